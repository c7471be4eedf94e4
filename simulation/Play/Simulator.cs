using System.Net;
using Orchestrator.Lambda.Settings;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;
using Orchestrator.Simulation.Aws;
using Orchestrator.Simulation.Timelines;

namespace Orchestrator.Simulation.Play;

/// <summary>Plays a scenario: a load balancer, its DNS, a target group and S3 in memory, on a clock of their own, and the function that is invoked every minute.</summary>
public sealed class Simulator
{
    /// <summary>How far the clock moves at a time.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private const int RunsBefore = 15;
    private readonly Scenario _scenario;
    private readonly SyncSettings _settings;
    private readonly ManualClock _clock = new();
    private readonly Calls _calls = new();
    private readonly SimulatedDns _dns;
    private readonly SimulatedGroup _group;
    private readonly Dictionary<IPAddress, DateTimeOffset?> _nodes = [];
    private readonly Recorder _recorder = new();
    private readonly IPlayer _player;
    private EventKind? _next;
    private TimeSpan _time;
    private bool _registerFails;
    private EventKind? _writing;
    private bool _readFails;

    private Simulator(Scenario scenario, Algorithm algorithm)
    {
        _scenario = scenario;
        _settings = SimulatedSettings.Read(scenario.Settings);
        _dns = new SimulatedDns(_settings.Resolve.Name) { HasAll = scenario.HasAll };
        _group = new SimulatedGroup(_calls, _clock) { HealthyAfter = scenario.HealthyAfter, DrainsFor = scenario.DrainsFor, Quota = scenario.Quota };
        var store = new SimulatedStore(_calls);
        _player = algorithm switch
        {
            Algorithm.Article => new ArticlePlayer(_settings, _dns, _group, store),
            Algorithm.Nothing => new IdlePlayer(),
            _ => new SyncPlayer(_settings, _dns, _group, store, _clock),
        };
        _calls.Before = BeforeAsync;
        _calls.After = AfterAsync;
    }

    /// <summary>Plays a scenario.</summary>
    public static Timeline Play(Scenario scenario, Algorithm algorithm) => new Simulator(scenario, algorithm).PlayAsync(algorithm).GetAwaiter().GetResult();

    private async Task<Timeline> PlayAsync(Algorithm algorithm)
    {
        foreach (var address in _scenario.Addresses)
        {
            Appear(address);
            if (algorithm == Algorithm.Nothing)
            {
                _group.Set(TargetOf(address), TargetState.Healthy);
            }
        }
        // The installation has run for a while: what is in the DNS is registered, and healthy.
        for (var run = 0; run < RunsBefore; run++)
        {
            await _player.RunAsync();
            _clock.Advance(Interval);
        }
        var start = _clock.Now;
        for (var time = TimeSpan.Zero; time <= _scenario.Duration; time += Step)
        {
            _time = time;
            _clock.Now = start + time;
            foreach (var happening in _scenario.Events.Where(each => each.At == time))
            {
                Happen(happening);
                _recorder.Note(time, IsRun: false, EventNames.Tell(happening));
            }
            if (time > TimeSpan.Zero && time.Ticks % Interval.Ticks == 0)
            {
                await InvokeAsync();
            }
            CheckHealth();
            _recorder.Sample(time, _dns.Addresses, _group.List(), Lost());
        }
        return _recorder.Finish(_scenario, algorithm);
    }

    private void Happen(ScenarioEvent happening)
    {
        switch (happening.Kind)
        {
            case EventKind.Appear:
                happening.Addresses.ToList().ForEach(Appear);
                break;
            case EventKind.Leave:
                _dns.Addresses.RemoveAll(happening.Addresses.Contains);
                break;
            case EventKind.Die:
                happening.Addresses.ToList().ForEach(address => _nodes[address] = _clock.Now);
                break;
            case EventKind.DnsIsPartial:
                _dns.Instead = happening.Addresses;
                break;
            case EventKind.DnsFails or EventKind.DnsAnswers:
                _dns.IsDown = happening.Kind == EventKind.DnsFails;
                _dns.Instead = null;
                break;
            case EventKind.RegisterFails or EventKind.RegisterWorks:
                _registerFails = happening.Kind == EventKind.RegisterFails;
                break;
            case EventKind.WriteFails or EventKind.WriteSeemsToFail or EventKind.WriteIsRefused or EventKind.WriteWorks:
                _writing = happening.Kind;
                break;
            case EventKind.ReadFails or EventKind.ReadWorks:
                _readFails = happening.Kind == EventKind.ReadFails;
                break;
            case EventKind.ListIsPartial:
                _group.Hidden.UnionWith(happening.Addresses.Select(TargetOf));
                break;
            case EventKind.ListIsWhole:
                _group.Hidden.Clear();
                break;
            case EventKind.SomebodyRegisters:
                happening.Addresses.ToList().ForEach(address => _group.Set(TargetOf(address), TargetState.Healthy));
                happening.Addresses.ToList().ForEach(address => _nodes[address] = null);
                break;
            default:
                _next = happening.Kind;
                break;
        }
    }

    private void Appear(IPAddress address)
    {
        _nodes[address] = null;
        if (!_dns.Addresses.Contains(address))
        {
            _dns.Addresses.Add(address);
        }
    }

    private async Task InvokeAsync()
    {
        try
        {
            _recorder.Tell(_time, await _player.RunAsync());
        }
        catch (Crash)
        {
            _player.Restart();
            _recorder.Tell(_time, "dies");
        }
    }

    private async Task BeforeAsync(string call)
    {
        if (_next == EventKind.DiesBeforeWriting && call.StartsWith("Put", StringComparison.Ordinal))
        {
            _next = null;
            throw new Crash();
        }
        if (_next == EventKind.RunsTwice && call.StartsWith("Put", StringComparison.Ordinal))
        {
            _next = null;
            _recorder.Tell(_time, await _player.Another().RunAsync());
        }
        if (_registerFails && call.StartsWith("Register", StringComparison.Ordinal))
        {
            throw new TargetGroupException(TargetGroupError.Failed, "RegisterTargets failed: Throttling: Rate exceeded");
        }
        if (_readFails && call.StartsWith("Get", StringComparison.Ordinal))
        {
            throw new ObjectStoreException("the state could not be read: 500 InternalError");
        }
        if (_writing == EventKind.WriteFails && call.StartsWith("Put", StringComparison.Ordinal))
        {
            throw WriteError();
        }
        if (_writing == EventKind.WriteIsRefused && call.StartsWith($"Put {StateKey.Prefix}", StringComparison.Ordinal))
        {
            throw new ObjectConflictException(call[4..]);
        }
    }

    private Task AfterAsync(string call)
    {
        var dies = (_next == EventKind.DiesAfterRegistering && call.StartsWith("Register", StringComparison.Ordinal)) || (_next == EventKind.DiesAfterRemoving && call.StartsWith("Deregister", StringComparison.Ordinal));
        if (dies)
        {
            _next = null;
            throw new Crash();
        }
        return _writing == EventKind.WriteSeemsToFail && call.StartsWith("Put", StringComparison.Ordinal) ? throw WriteError() : Task.CompletedTask;
    }

    private static ObjectStoreException WriteError() => new("the state could not be written: 500 InternalError");

    /// <summary>Health checks find out after a while that a node serves no more, or again.</summary>
    private void CheckHealth()
    {
        foreach (var (target, state) in _group.List())
        {
            var isDead = Dead(target) is { } since && _clock.Now - since >= _scenario.UnhealthyAfter;
            if (state is TargetState.Healthy or TargetState.Initial && isDead)
            {
                _group.Set(target, TargetState.Unhealthy);
            }
            else if (state == TargetState.Unhealthy && Dead(target) is null)
            {
                _group.Set(target, TargetState.Healthy);
            }
        }
    }

    /// <summary>
    /// The share of new connections that is lost. The NLB spreads them evenly over the healthy targets, or over the unhealthy ones where none is; a target
    /// gets none before it is healthy. Those to a node that serves no more are lost, and so is what the nodes that serve cannot carry.
    /// </summary>
    private double Lost()
    {
        var byState = _group.List().ToLookup(each => each.State);
        var routed = (byState[TargetState.Healthy].Any() ? byState[TargetState.Healthy] : byState[TargetState.Unhealthy]).ToList();
        var serving = routed.Count(each => Dead(each.Target) is null);
        return routed.Count == 0 ? 1 : 1 - Math.Min((double)serving / routed.Count, Math.Min(1, (double)serving / _scenario.Needs));
    }

    private DateTimeOffset? Dead(Target target) => _nodes.GetValueOrDefault(target.Address);

    private Target TargetOf(IPAddress address) => new(address, _settings.Pairs[0].Port);
}
