using System.Text.RegularExpressions;

namespace Orchestrator.Tests.Installed;

/// <summary>What others use the packages by.</summary>
[Collection(nameof(Installation))]
public sealed partial class IntegrationTests(Installation installation) : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_action_of_github_installs_the_program_for_the_steps_that_follow()
    {
        var script = _scratch.Write("install.sh", Script().Match(File.ReadAllText(Repository.PathOf("action.yml"))).Groups["text"].Value.Replace("        ", "", StringComparison.Ordinal));

        var result = installation.RunScript(_scratch.Root, script, ("RUNNER_TEMP", _scratch.Root), ("GITHUB_PATH", _scratch.PathOf("path")), ("SOURCE", installation.Packages), ("VERSION", "0.1.0"));

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.True(File.Exists(Path.Combine(_scratch.Read("path").TrimEnd(), "orchestrator")));
    }

    [Theory]
    [InlineData("8080", 0)]
    [InlineData("80800", 3)]
    public void The_hook_of_pre_commit_checks_what_is_committed(string port, int exitCode)
    {
        _scratch.Write("web.yaml", File.ReadAllText(Scratch.Example("fargate-alb")).Replace("port: 8080", $"port: {port}", StringComparison.Ordinal));
        var entry = Entry().Match(File.ReadAllText(Repository.PathOf(".pre-commit-hooks.yaml"))).Groups["entry"].Value;

        var result = installation.Run(_scratch.Root, [.. entry.Split(' ')[1..], "web.yaml"]);

        Assert.Equal(exitCode, result.ExitCode);
    }

    [GeneratedRegex("      run: \\|\n(?<text>.*)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();

    [GeneratedRegex("^  entry: (?<entry>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entry();
}
