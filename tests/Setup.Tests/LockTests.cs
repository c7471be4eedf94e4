using System.Diagnostics;

namespace Orchestrator.Setup.Tests;

public sealed class LockTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Of_two_at_once_one_builds_and_both_run()
    {
        using var gate = _checkout.Tools.Stop("dotnet build");
        using var first = _checkout.Start();
        await gate.ReachedAsync();
        using var owner = _checkout.LockOwner();
        using var second = _checkout.Start();
        await second.HasWrittenAsync($"setup: waiting for another setup (process {owner.Id})");
        gate.Open();

        Result[] results = [await first.EndAsync(), await second.EndAsync()];

        Assert.All(results, result => Assert.Equal(0, result.ExitCode));
        Assert.Single(_checkout.Tools.Calls, call => call == "dotnet build");
        Assert.Equal(2, _checkout.Tools.Calls.Count(call => call == "program"));
    }

    [Fact]
    public async Task The_one_that_waits_says_so_once_and_nothing_else()
    {
        using var gate = _checkout.Tools.Stop("dotnet build");
        using var first = _checkout.Start();
        await gate.ReachedAsync();
        using var second = _checkout.Start();
        await second.HasWrittenAsync("waiting");
        gate.Open();
        await first.EndAsync();

        var result = await second.EndAsync();

        Assert.Single(result.Errors);
    }

    [Fact]
    public async Task The_one_that_waits_repairs_what_the_other_has_failed_in()
    {
        using var gate = _checkout.Tools.Stop("dotnet build");
        using var first = _checkout.Start();
        await gate.ReachedAsync();
        using var second = _checkout.Start();
        await second.HasWrittenAsync("waiting");
        await first.KillAsync();

        var result = await second.EndAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(2, _checkout.Tools.Calls.Count(call => call == "dotnet build"));
    }

    [Fact]
    public async Task The_lock_of_a_dead_process_is_taken_over()
    {
        using var dead = Process.Start("true");
        await dead.WaitForExitAsync();
        _checkout.LeaveLock(dead.Id);

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain(result.Errors, error => error.Contains("waiting", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_lock_of_a_dead_process_is_taken_over_by_one()
    {
        using var dead = Process.Start("true");
        await dead.WaitForExitAsync();
        _checkout.LeaveLock(dead.Id);
        using var first = _checkout.Start();
        using var second = _checkout.Start();
        using var third = _checkout.Start();

        var results = await Task.WhenAll(first.EndAsync(), second.EndAsync(), third.EndAsync());

        Assert.All(results, result => Assert.Equal(0, result.ExitCode));
        Assert.Single(_checkout.Tools.Calls, call => call == "dotnet build");
    }

    [Fact]
    public async Task The_lock_of_a_process_that_is_no_setup_is_taken_over()
    {
        _checkout.LeaveLock(Environment.ProcessId);

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task The_lock_is_released_after_a_failure()
    {
        _checkout.Tools.Instead("dotnet build", "exit 1");

        await _checkout.RunAsync();

        Assert.Null(new FileInfo(_checkout.PathOf("artifacts/setup/lock")).LinkTarget);
    }

    [Fact]
    public async Task What_a_killed_setup_left_running_is_waited_for()
    {
        using var gate = _checkout.Tools.Stop("dotnet build");
        using var killed = _checkout.Start();
        await gate.ReachedAsync();
        using var setup = _checkout.LockOwner();
        setup.Kill();
        await killed.EndAsync();

        using var next = _checkout.Start();
        await next.HasWrittenAsync("setup: waiting for what a killed setup left running");
        gate.Open();
        var result = await next.EndAsync();

        Assert.Equal(0, result.ExitCode);
    }
}
