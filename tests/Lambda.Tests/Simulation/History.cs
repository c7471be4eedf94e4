using System.Net;
using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Tests.Simulation;

/// <summary>Plays a history in a world and checks the promises at every step.</summary>
internal sealed class History
{
    private const int Addresses = 12;
    private readonly World _world = new();
    private readonly Ledger _ledger = new();
    private readonly HashSet<int> _dns = [1, 2, 3];
    private bool _registrationFailed;
    private bool _isNewProcess;
    private int _removing;

    internal History()
    {
        _world.Settings = new DecisionSettings { Port = World.Port };
        _world.Group.Removing = CheckRemoval;
    }

    /// <summary>Plays the steps, then lets the world settle.</summary>
    internal async Task PlayAsync(IEnumerable<Step> steps)
    {
        foreach (var step in steps)
        {
            await PlayAsync(step);
        }
        await SettleAsync();
    }

    private HashSet<Target> Wanted => [.. _dns.Select(World.TargetOf)];

    private async Task PlayAsync(Step step)
    {
        var address = 1 + (step.Number % Addresses);
        switch (step.Kind)
        {
            case StepKind.Run:
                await RunAfterAsync(TimeSpan.FromMinutes(1));
                break;
            case StepKind.RunAgainAtOnce:
                await RunAfterAsync(TimeSpan.FromSeconds(step.Number % 30) + (_isNewProcess ? Ownership.Window : TimeSpan.Zero));
                break;
            case StepKind.RunLater:
                await RunAfterAsync(TimeSpan.FromMinutes(1 + (step.Number % 15)));
                break;
            case StepKind.DnsGains:
                _dns.Add(address);
                break;
            case StepKind.DnsLoses when _dns.Count > 1:
                _dns.Remove(_dns.Order().ElementAt(step.Number % _dns.Count));
                break;
            case StepKind.DnsChangesWholly:
                _dns.Clear();
                _dns.UnionWith([address, 1 + ((step.Number + 5) % Addresses), 1 + ((step.Number + 7) % Addresses)]);
                break;
            case StepKind.ObservationIsIncomplete:
                await RunAfterAsync(TimeSpan.FromMinutes(1), World.Seen(_dns.First()) with { IsComplete = false });
                break;
            case StepKind.ObservationIsForged:
                await RunAfterAsync(TimeSpan.FromMinutes(1), World.Seen(_dns.First()) with { Foreign = [IPAddress.Parse("8.8.8.8")] });
                break;
            case StepKind.TargetFallsIll:
                Cure(address, TargetState.Unhealthy);
                break;
            case StepKind.TargetRecovers:
                Cure(address, TargetState.Healthy);
                break;
            case StepKind.SomebodyRegisters when !_world.Group.Live.Contains(World.TargetOf(address)):
                _world.Group.Set(World.TargetOf(address), TargetState.Healthy);
                _ledger.Others.Add(World.TargetOf(address));
                break;
            case StepKind.SomebodyDeregisters when _world.Group.Live.Contains(World.TargetOf(address)):
                _world.Group.Set(World.TargetOf(address), TargetState.Draining);
                break;
            case StepKind.RunDies:
                await RunDyingAsync(step.Number % 7);
                break;
            case StepKind.ProcessIsReplaced:
                ReplaceProcess();
                break;
            case StepKind.RegistrationFails:
                await RunFailingAsync("Register", new TargetGroupException(TargetGroupError.Failed, "throttled"));
                break;
            case StepKind.WriteFails:
                await RunFailingAsync("Put", new ObjectStoreException("500"));
                break;
            case StepKind.RunsOverlap:
                await RunOverlappingAsync(1 + (step.Number % 5), address);
                break;
            case StepKind.ClockGoesBack:
                _world.Clock.Advance(-TimeSpan.FromMinutes(5 * (1 + (step.Number % 20))));
                break;
        }
    }

    private void Cure(int address, TargetState state)
    {
        if (_world.Group.Live.Contains(World.TargetOf(address)))
        {
            _world.Group.Set(World.TargetOf(address), state);
        }
    }

    private async Task<RunReport> RunAfterAsync(TimeSpan time, Observation? observation = null)
    {
        _world.Clock.Advance(time);
        _ledger.Time += time;
        return await RunAsync(observation ?? World.Seen(_dns));
    }

    private async Task<RunReport> RunAsync(Observation observation)
    {
        _registrationFailed = false;
        _isNewProcess = false;
        var seen = observation.Addresses.Select(address => new Target(address, World.Port)).ToHashSet();
        if (observation.ProvesAbsence)
        {
            _ledger.Observe(_world.Group.Live, seen);
        }
        _ledger.Ours.UnionWith(observation.ProvesAbsence ? seen : seen.Except(_world.Group.Live));
        var report = await _world.RunAsync(observation);
        if (report.Result is RunResult.Changed or RunResult.Unchanged)
        {
            // S11: what the DNS has is registered, draining or not before.
            Assert.Empty(seen.Except(_world.Group.Live));
        }
        return report;
    }

    /// <summary>What the process knew is lost. The Lambda service repeats no failed invocation, so the next one is the schedule's.</summary>
    private void ReplaceProcess()
    {
        // What it has registered and could not record is nobody's from now on, unless the DNS names it once more.
        _ledger.Others.UnionWith(_world.Process.Owned.Select(address => new Target(address, World.Port)));
        _world.Process = new ProcessMemory();
        _isNewProcess = true;
    }

    /// <summary>A run that dies after so many side effects; with none of them, before the state is read.</summary>
    private async Task RunDyingAsync(int effects)
    {
        _world.Calls.Before = _ => effects == 0 ? throw new Crash() : Task.CompletedTask;
        _world.Calls.After = call => IsEffect(call) && --effects == 0 ? throw new Crash() : Task.CompletedTask;
        try
        {
            await RunAfterAsync(TimeSpan.FromMinutes(1));
        }
        catch (Crash)
        {
            ReplaceProcess();
        }
        _world.Calls.Before = null;
        _world.Calls.After = null;
    }

    private async Task RunFailingAsync(string failing, Exception exception)
    {
        _world.Calls.Before = call =>
        {
            if (!call.StartsWith(failing, StringComparison.Ordinal))
            {
                return Task.CompletedTask;
            }
            _registrationFailed = failing == "Register";
            throw exception;
        };
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        _world.Calls.Before = null;
    }

    /// <summary>A second run, which may see another DNS, from beginning to end at one of the calls of the first.</summary>
    private async Task RunOverlappingAsync(int at, int address)
    {
        var before = _removing;
        var process = _world.Process;
        _world.Calls.Before = async _ =>
        {
            if (--at == 0)
            {
                _world.Calls.Before = null;
                _dns.Add(address);
                _world.Process = new ProcessMemory();
                await RunAsync(World.Seen(_dns));
                _world.Process = process;
                if (_dns.Count > 1)
                {
                    _dns.Remove(_dns.Order().First(each => each != address));
                }
            }
        };
        _dns.Add(address);
        await RunAfterAsync(TimeSpan.FromMinutes(1));
        _world.Calls.Before = null;
        Assert.True(_removing - before <= 1, "S09: two runs at once have both removed");
    }

    private void CheckRemoval(IReadOnlyList<Target> leaving)
    {
        _removing++;
        var state = _world.State!;
        var healthy = _world.Group.Healthy.ToHashSet();
        var live = _world.Group.Live.ToList();
        Assert.False(_registrationFailed, "S04: removed after a registration failed");
        Assert.All(leaving, target => Assert.Contains(target.Address, state.Owned.Select(owned => owned.Address)));
        Assert.All(leaving, target => Assert.Contains(target, _ledger.Ours));
        Assert.True(healthy.Except(leaving).Count() >= Math.Min(_world.Settings.Floor, healthy.Count), "S05: fewer healthy targets than the floor");
        Assert.NotEmpty(live.Except(leaving));
        Assert.All(leaving, target => Assert.True(_ledger.IsDue(target, _world.Settings), $"S08: {target} was removed too early"));
    }

    /// <summary>With a quiet DNS, healthy targets and no limit, what is left is what the DNS has and what others registered, and then nothing is called that changes anything.</summary>
    private async Task SettleAsync()
    {
        _dns.UnionWith([1, 2]);
        _world.Settings = _world.Settings with { MostRemovals = 1000, LargestRemovalPercent = 100, RemovalWindow = TimeSpan.FromSeconds(1) };
        for (var run = 0; run < 14; run++)
        {
            await RunAfterAsync(TimeSpan.FromMinutes(run < 2 ? 120 : 1));
            foreach (var target in _world.Group.Live.Where(target => Wanted.Contains(target)).ToList())
            {
                _world.Group.Set(target, TargetState.Healthy);
            }
        }
        Assert.Empty(_world.Group.Live.Except(Wanted).Except(_ledger.Others));
        Assert.Empty(Wanted.Except(_world.Group.Live));
        Assert.Null(_world.State!.Intent);
        _world.Calls.Log.Clear();
        var report = await RunAfterAsync(TimeSpan.FromMinutes(1));
        Assert.True(report.Result == RunResult.Unchanged && !_world.Calls.Mutating.Any(), $"S15: {report.Result}: {string.Join(", ", _world.Calls.Log)}");
    }

    private static bool IsEffect(string call) => call.StartsWith("Put", StringComparison.Ordinal) || call.Contains("egister", StringComparison.Ordinal);
}
