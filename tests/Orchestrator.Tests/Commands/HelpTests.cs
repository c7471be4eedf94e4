namespace Orchestrator.Tests.Commands;

/// <summary>What a command line is answered with before it does anything.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("init")]
    [InlineData("synth")]
    [InlineData("check")]
    [InlineData("schema")]
    [InlineData("rules")]
    [InlineData("explain")]
    [InlineData("plan")]
    [InlineData("review")]
    [InlineData("apply")]
    [InlineData("state bootstrap")]
    [InlineData("diagram")]
    [InlineData("manifest")]
    [InlineData("manifest show")]
    [InlineData("manifest diff")]
    [InlineData("stacks")]
    [InlineData("sync")]
    [InlineData("sync status")]
    [InlineData("sync run")]
    [InlineData("sync simulate")]
    [InlineData("doctor")]
    [InlineData("completion")]
    [InlineData("setup")]
    [InlineData("test")]
    [InlineData("package")]
    [InlineData("pack")]
    [InlineData("publish")]
    [InlineData("adopt")]
    [InlineData("eject")]
    [InlineData("bench")]
    public Task Every_command_has_help_with_examples(string command)
    {
        var result = _scratch.Run([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(0, result.ExitCode);
        return Verify(result.Output, Snapshots.Settings).UseParameters(command.Replace(' ', '-'));
    }

    [Theory]
    [InlineData("snyth", "error: there is no command snyth; did you mean synth? See orchestrator --help.\n")]
    [InlineData("frobnicate it", "error: there is no command frobnicate. See orchestrator --help.\n")]
    [InlineData("--unknown", "error: there is no option --unknown. See orchestrator --help.\n")]
    [InlineData("check --formt=json --no-colour", "error: there is no option --formt=json; did you mean --format? See orchestrator check --help.\nerror: there is no option --no-colour; did you mean --no-color? See orchestrator check --help.\n")]
    [InlineData("sync statu mine", "error: there is no command statu; did you mean status? See orchestrator sync --help.\n")]
    [InlineData("sync", "error: Required command was not provided. See orchestrator sync --help.\n")]
    [InlineData("check -- --no-colour", "error: manifest --no-colour cannot be read: there is no such file\n")]
    [InlineData("explain TG46", "error: there is no rule TG46; did you mean TG046? ./orchestrator rules and ./orchestrator review --rules list them\n")]
    public void What_is_not_known_is_told_in_a_line_with_what_may_have_been_meant(string arguments, string expected)
    {
        var result = _scratch.Run(arguments.Split(' '));

        Assert.Equal((1, expected), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("tg045", "# TG045\n\n**error** · A health check's interval is 5 to 300 seconds.")]
    [InlineData("PLAN07", "# PLAN07\n\n**critical** · Looks at ")]
    public void A_rule_is_explained(string rule, string expected) => Assert.StartsWith(expected, _scratch.Run("explain", rule).Output, StringComparison.Ordinal);
}
