using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Tests.Rules;

/// <summary>What no fragment of a manifest can show: the file as a whole, and how large it may be.</summary>
public sealed class WholeManifestTests
{
    [Theory]
    [InlineData("", "The manifest is empty: ")]
    [InlineData("# Nothing yet.\n", "The manifest is empty: ")]
    [InlineData("---\n", "The manifest is empty: ")]
    [InlineData("~\n", "The manifest is empty: ")]
    [InlineData("- app: shop\n", "The top of the manifest is not a map: got a list, ")]
    [InlineData("shop\n", "The top of the manifest is not a map: got the string \"shop\", ")]
    public void A_manifest_without_a_map_at_its_top_is_refused(string text, string said)
    {
        var finding = Assert.Single(Findings(text));

        Assert.Equal("MAN001", finding.Rule.Id);
        Assert.Equal($"{said}allowed a map with app, environment, region and network; start from a file in examples/", finding.Message);
    }

    [Fact]
    public void Everything_that_is_missing_at_the_top_is_told_at_once() => Assert.Equal(
        [
            "error MAN005 web.yaml:1:1: app is missing: allowed a string; add app: …",
            "error MAN005 web.yaml:1:1: environment is missing: allowed a string; add environment: …",
            "error MAN005 web.yaml:1:1: region is missing: allowed a string; add region: …",
            "error MAN005 web.yaml:1:1: network is missing: allowed a map; add network: …",
        ],
        Manifests.Lines(Manifests.ReadWhole("tags: {}\n")));

    [Fact]
    public void A_manifest_has_at_most_one_mebibyte()
    {
        const int Limit = 1024 * 1024;
        var text = "# ".PadRight(Limit - 1, '-') + "\n";

        Assert.DoesNotContain(Findings(text), finding => finding.Rule.Id == "MAN008");
        Assert.Equal(
            ["error MAN008 web.yaml:1:1: The manifest is too large: got 1,048,577 characters, allowed at most 1,048,576; divide it into several stacks"],
            Manifests.Lines(Manifests.ReadWhole(text + "\n")));
    }

    [Fact]
    public void A_manifest_has_at_most_32_levels()
    {
        Assert.DoesNotContain(Findings(Nested(32)), finding => finding.Rule.Id == "MAN008");
        Assert.Contains(Findings(Nested(33)), finding => finding.Rule.Id == "MAN008");
    }

    [Fact]
    public void A_manifest_has_at_most_100_000_values()
    {
        Assert.DoesNotContain(Findings(Numbers(99_998)), finding => finding.Rule.Id == "MAN008");
        Assert.Contains(Findings(Numbers(99_999)), finding => finding.Rule.Id == "MAN008");
    }

    /// <summary>A map, the lists below it, and a string: so many levels.</summary>
    private static string Nested(int levels) => $"tags: {new string('[', levels - 2)}web{new string(']', levels - 2)}\n";

    /// <summary>The values, their list and the map at the top.</summary>
    private static string Numbers(int count) => $"tags: [{string.Join(',', Enumerable.Repeat("1", count))}]\n";

    private static IReadOnlyList<Finding> Findings(string text) => Manifests.ReadWhole(text).Findings;
}
