namespace Orchestrator.Tests.Commands;

public sealed class DoctorTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void It_tells_what_is_installed()
    {
        var result = _scratch.Run("doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("ok +dotnet +10\\.", result.Output);
        Assert.Matches("ok +node +\\d+\\.", result.Output);
        Assert.Matches("ok +cdktf +0\\.21\\.0, C# bindings generated from npm", result.Output);
    }

    [Fact]
    public void It_tells_what_is_missing_and_how_to_get_it()
    {
        var result = _scratch.RunWith([("PATH", _scratch.Root)], "doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Matches("missing +node +missing; 20\\.9 or newer is needed for making the C# bindings, C# programs, synth --engine node and cdktf's own commands: https://nodejs\\.org", result.Output);
        Assert.Matches("missing +terraform +missing; 1\\.10 or newer is needed", result.Output);
        Assert.Matches("ok +sync, linux-arm64 +ReadyToRun, not native: clang is not installed \\(on Debian: apt-get install clang ", result.Output);
    }
}
