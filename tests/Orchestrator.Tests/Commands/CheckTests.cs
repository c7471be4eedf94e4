namespace Orchestrator.Tests.Commands;

public sealed class CheckTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_good_manifest_is_counted()
    {
        var result = _scratch.Run("check", Scratch.Example("fargate-alb"));

        Assert.Equal((0, "0 errors, 0 warnings, 1 suppressed in 1 manifest\n", ""), (result.ExitCode, result.Output, result.Error));
    }

    [Fact]
    public void It_needs_no_node()
    {
        var result = _scratch.RunWith([("PATH", _scratch.Root)], "check", Scratch.Example("fargate-alb"));

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public Task All_findings_come_at_once_with_their_places()
    {
        var result = _scratch.Run("check", _scratch.Write("web.yaml", BrokenManifest.Text));

        Assert.Equal(3, result.ExitCode);
        return Verify(result.Error, Snapshots.Settings);
    }

    [Fact]
    public Task As_json_the_findings_go_to_standard_output()
    {
        var result = _scratch.Run("check", _scratch.Write("web.yaml", BrokenManifest.Text), "--format", "json");

        Assert.Equal(3, result.ExitCode);
        Assert.Empty(result.Error);
        return Verify(result.Output, "json", Snapshots.Settings);
    }

    [Fact]
    public void Warnings_do_not_fail()
    {
        var manifest = _scratch.Write("web.yaml", File.ReadAllText(Scratch.Example("fargate-alb")).Replace("    description: HTTP", "    name: fixed\n    description: HTTP"));

        var result = _scratch.Run("check", manifest);

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("warning SG096 web.yaml:16:11: securityGroups.public-ecs-service-alb-sg.name is fixed", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_format_is_refused()
    {
        var result = _scratch.Run("check", Scratch.Example("fargate-alb"), "--format", "xml");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: Argument 'xml' not recognized.", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_that_is_not_there_is_told()
    {
        var result = _scratch.Run("check", "missing.yaml");

        Assert.Equal((1, "error: manifest missing.yaml cannot be read: there is no such file\n"), (result.ExitCode, result.Error));
    }
}
