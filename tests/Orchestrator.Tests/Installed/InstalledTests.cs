using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Installed;

/// <summary>The program where somebody has installed it who has neither its sources nor node.</summary>
[Collection(nameof(Installation))]
public sealed class InstalledTests(Installation installation) : IDisposable
{
    private static readonly string[] Made = ["init", "--app", "shop", "--region", "eu-central-1", "--out", "shop.yaml"];
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Whatever_is_done_with_manifests_works_in_an_empty_directory()
    {
        var begun = installation.Run(_scratch.Root, Made);
        Assert.Equal((0, ""), (begun.ExitCode, begun.Error));
        Assert.EndsWith("next: orchestrator check shop.yaml\n", begun.Output, StringComparison.Ordinal);

        Assert.All(
            new[]
            {
                "check shop.yaml", "synth shop.yaml", "stacks shop.yaml", "manifest show shop.yaml", "diagram shop.yaml", "explain TG045", "rules --format json", "schema", "completion bash", "sync simulate scale-out",
                "publish target-group --out modules", "doctor", "package", "--help",
            },
            line =>
            {
                var result = installation.Run(_scratch.Root, line.Split(' '));
                Assert.True((result.ExitCode, result.Error) == (0, ""), $"{line}: {result.Error}");
                Assert.DoesNotContain("./orchestrator", result.Output, StringComparison.Ordinal);
            });

        Assert.True(File.Exists(_scratch.PathOf("cdktf.out", "stacks", "shop-dev", "cdk.tf.json")));
        Assert.True(File.Exists(_scratch.PathOf("modules", "index.json")));
    }

    [Fact]
    public void The_configuration_is_what_the_checkout_writes()
    {
        installation.Run(_scratch.Root, ["synth", Scratch.Example("static-ip-lambda"), "--out", "installed"]);
        _scratch.Run("synth", Scratch.Example("static-ip-lambda"), "--out", "checkout");

        var written = Files("checkout");
        Assert.Contains(written.Keys, file => file.EndsWith(".zip", StringComparison.Ordinal));
        Assert.Equal(written, Files("installed"));
    }

    [TerraformFact]
    public void A_plan_is_made_and_reviewed()
    {
        installation.Run(_scratch.Root, Made);
        _scratch.Write(Path.Combine("cdktf.out", "stacks", "shop-dev", "test_override.tf.json"), TerraformDirectory.Credentials);

        var result = installation.Run(_scratch.Root, ["plan", "shop.yaml"], "terraform", "sh");

        Assert.True(result.ExitCode == 2, result.Output + result.Error);
        Assert.EndsWith("kept in plans: orchestrator apply --plan plans\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("setup")]
    [InlineData("test")]
    [InlineData("pack")]
    [InlineData("bench check")]
    [InlineData("schema --pages pages")]
    public void What_needs_the_sources_says_so_in_a_line(string line)
    {
        var result = installation.Run(_scratch.Root, line.Split(' '));

        Assert.Equal((1, "error: this needs the program's sources, and what is installed has none: clone the repository and call ./orchestrator there\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void What_needs_node_says_so_in_a_line()
    {
        installation.Run(_scratch.Root, Made);

        var result = installation.Run(_scratch.Root, ["synth", "shop.yaml", "--engine", "node"]);

        Assert.Equal((1, "error: node is not installed: version 20.9 or newer is needed by --engine node; get it from https://nodejs.org\n"), (result.ExitCode, result.Error));
    }

    private SortedDictionary<string, string> Files(string directory) =>
        new(Directory.EnumerateFiles(_scratch.PathOf(directory), "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(_scratch.PathOf(directory), file), file => Convert.ToHexString(File.ReadAllBytes(file))), StringComparer.Ordinal);
}
