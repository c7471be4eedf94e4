using System.Text.RegularExpressions;

namespace Orchestrator.Tests.Documentation;

/// <summary>The page is followed as a newcomer follows it, and shows what is then seen.</summary>
public sealed partial class GettingStartedTests : IDisposable
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "getting-started.md"));
    private static readonly string Manifest = YamlBlock().Match(Page).Groups["text"].Value;
    private readonly Scratch _scratch = new();

    public GettingStartedTests() => _scratch.Write("shop.yaml", Manifest);

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_manifest_is_checked_with_the_warning_that_is_shown()
    {
        var result = _scratch.Run("check", "shop.yaml");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"{result.Error}{result.Output}", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_two_mistakes_are_told_as_is_shown()
    {
        _scratch.Write("shop.yaml", Manifest.Replace("port: 8080, healthCheck", "port: \"8080\", healthCheck").Replace("subnets: [public-a, public-b]", "subnets: [public-a]"));

        var result = _scratch.Run("check", "shop.yaml");

        Assert.Equal(3, result.ExitCode);
        Assert.Equal(2, result.Error.Split('\n').Count(line => line.StartsWith("error ", StringComparison.Ordinal) && Page.Contains($"{line}\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_stack_is_synthesized_and_printed_as_is_shown()
    {
        var result = _scratch.Run("synth", "shop.yaml");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(result.Output, Page, StringComparison.Ordinal);
    }

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YamlBlock();
}
