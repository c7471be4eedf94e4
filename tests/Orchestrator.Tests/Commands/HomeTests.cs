namespace Orchestrator.Tests.Commands;

public sealed class HomeTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void A_home_that_cannot_be_written_is_done_without()
    {
        // Nobody can make a directory there, root neither.
        var result = _scratch.RunWith([("HOME", "/proc/1/home")], "synth", Scratch.Example("fargate-alb"));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }
}
