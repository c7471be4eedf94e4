namespace Orchestrator.Tests.Commands;

public sealed class DiagramTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public Task A_manifest_is_drawn_as_a_flowchart()
    {
        var result = _scratch.Run("diagram", Scratch.Example("fargate-alb"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return Verify(result.Output, Snapshots.Settings);
    }

    [Fact]
    public void It_needs_no_node() => Assert.Equal(0, _scratch.RunWith([("PATH", _scratch.Root)], "diagram", Scratch.Example("fargate-alb")).ExitCode);

    [Fact]
    public void In_markdown_each_stack_has_a_heading_and_its_flowchart_a_fence()
    {
        var other = _scratch.Write("other.yaml", File.ReadAllText(Scratch.Example("fargate-alb")).Replace("environment: demo", "environment: test"));

        var result = _scratch.Run("diagram", Scratch.Example("fargate-alb"), other, "--format", "markdown");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("## fargate-alb-demo\n\n```mermaid\nflowchart LR\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\n```\n\n## fargate-alb-test\n\n```mermaid\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("\n```\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_with_errors_is_not_drawn()
    {
        var result = _scratch.Run("diagram", _scratch.Write("web.yaml", BrokenManifest.Text));

        Assert.Equal((3, ""), (result.ExitCode, result.Output));
        Assert.EndsWith("error: 9 errors, 1 warning, 1 suppressed in 1 manifest; nothing is drawn\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_manifests_are_no_one_picture()
    {
        var other = _scratch.Write("other.yaml", File.ReadAllText(Scratch.Example("fargate-alb")).Replace("environment: demo", "environment: test"));

        var result = _scratch.Run("diagram", Scratch.Example("fargate-alb"), other);

        Assert.Equal((1, "error: there are 2 pictures, and Mermaid draws one: name one file, or use --format markdown\n"), (result.ExitCode, result.Error));
    }
}
