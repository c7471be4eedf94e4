namespace Orchestrator.Tests.Commands;

public sealed class HelpTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("synth")]
    [InlineData("check")]
    [InlineData("schema")]
    [InlineData("rules")]
    [InlineData("plan")]
    [InlineData("review")]
    [InlineData("apply")]
    [InlineData("state bootstrap")]
    [InlineData("diagram")]
    [InlineData("sync")]
    [InlineData("sync status")]
    [InlineData("sync run")]
    [InlineData("sync simulate")]
    [InlineData("doctor")]
    [InlineData("setup")]
    [InlineData("test")]
    [InlineData("package")]
    [InlineData("publish")]
    [InlineData("bench")]
    public Task Every_command_has_help_with_examples(string command)
    {
        var result = _scratch.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, result.ExitCode);
        return Verify(result.Output, Snapshots.Settings).UseParameters(command.Replace(' ', '-'));
    }

    [Theory]
    [InlineData("snyth", "error: Unrecognized command or argument 'snyth'. See orchestrator --help.\n")]
    [InlineData("--unknown", "error: Unrecognized command or argument '--unknown'. See orchestrator --help.\n")]
    public void A_command_that_is_not_known_is_told_in_a_line(string argument, string expected)
    {
        var result = _scratch.Run(argument);

        Assert.Equal((1, expected), (result.ExitCode, result.Error));
    }
}
