using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Deploy;

/// <summary>Whatever is left by an orchestrator that was killed, the next run goes on from it.</summary>
public sealed class KilledTests : IDisposable
{
    /// <summary>Terraform, but for one command, before or after which it kills who started it.</summary>
    private const string Killer = """
        #!/bin/sh
        if [ "$1 before" = "$KILL" ]; then kill -KILL "$PPID"; exit 1; fi
        terraform "$@"
        status=$?
        if [ "$1 after" = "$KILL" ]; then kill -KILL "$PPID"; fi
        exit "$status"
        """;

    private readonly WrittenApp _app = new();

    public KilledTests()
    {
        _app.Stack("web", """{ "resource": { "terraform_data": { "a": { "input": "1" } } } }""").Scratch.Write("killer", Killer);
        Processes.Run("chmod", ["+x", "killer"], _app.Scratch.Root);
    }

    public void Dispose() => _app.Dispose();

    [TerraformTheory]
    [InlineData("init before")]
    [InlineData("init after")]
    [InlineData("plan after")]
    [InlineData("show after")]
    public void A_plan_that_was_killed_cannot_be_applied_and_can_be_made_again(string step)
    {
        Assert.Equal(137, RunKilled(step, "plan", "--synthesized", WrittenApp.Directory));

        Assert.Equal("error: the plan of web did not come to its end: run ./orchestrator plan --out plans again\n", _app.Apply().Error);
        Assert.Equal((2, 0), (_app.Plan().ExitCode, _app.Apply().ExitCode));
    }

    [TerraformTheory]
    [InlineData("init after")]
    [InlineData("show after")]
    [InlineData("apply before")]
    [InlineData("apply after")]
    public void After_an_apply_that_was_killed_a_plan_says_what_is_left(string step)
    {
        var program = _app.Scratch.PathOf("killer");
        _app.Plan("--terraform", program);
        Assert.Equal(137, RunKilled(step, "apply"));

        if (_app.Plan().ExitCode == 2)
        {
            Assert.Equal(0, _app.Apply().ExitCode);
        }

        Assert.Equal("1", _app.Local("web")["a"]);
        Assert.Equal(0, _app.Plan().ExitCode);
    }

    private int RunKilled(string step, params IReadOnlyList<string> arguments) =>
        _app.Scratch.RunWith([.. _app.Environment, ("KILL", step)], [.. arguments, "--terraform", _app.Scratch.PathOf("killer")]).ExitCode;
}
