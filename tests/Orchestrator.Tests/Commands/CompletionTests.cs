namespace Orchestrator.Tests.Commands;

/// <summary>Command lines are completed by the shells themselves, where they are installed.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("./orchestrator syn", "sync", "synth")]
    [InlineData("./orchestrator check --form", "--format")]
    [InlineData("./orchestrator check --format ma", "markdown")]
    [InlineData("./orchestrator explain PLAN0", "PLAN01", "PLAN02", "PLAN03", "PLAN04", "PLAN05", "PLAN06", "PLAN07", "PLAN08", "PLAN09")]
    public void By_bash(string line, params string[] expected)
    {
        Install("bash");
        var found = Run("bash", $$"""
            source completion
            COMP_LINE='{{line}}'
            COMP_POINT=${#COMP_LINE}
            COMP_WORDS=($COMP_LINE)
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _orchestrator
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        Assert.Equal(expected, found);
    }

    [ShellFact("fish")]
    public void By_fish()
    {
        Install("fish");

        Assert.Equal(["sync", "synth"], Run("fish", "source completion; complete -C './orchestrator syn'").Select(line => line.Split('\t')[0]));
    }

    [ShellFact("zsh")]
    public void By_zsh()
    {
        Install("zsh");
        // compadd works only while a line is edited.
        Assert.Equal(["sync", "synth"], Run("zsh", """
            compdef() { : }
            compadd() { print -l -- $found }
            _files() { : }
            source completion
            BUFFER='./orchestrator syn' CURSOR=18 words=(./orchestrator syn)
            _orchestrator
            """));
    }

    private void Install(string shell)
    {
        _scratch.Write("orchestrator", $"#!/bin/sh\nexec '{Scratch.Command[0]}' '{Scratch.Command[1]}' \"$@\"\n");
        Processes.Run("chmod", ["u+x", "orchestrator"], _scratch.Root);
        _scratch.Write("completion", _scratch.Run("completion", shell).Output);
    }

    private string[] Run(string shell, string script)
    {
        var result = Processes.Run(shell, [_scratch.Write("script", script)], _scratch.Root);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
