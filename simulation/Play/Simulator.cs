using System.Net;
using Orchestrator.Lambda.Dns;
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
    private const int FewestRunsBefore = 15;
    private readonly Scenario _scenario;
    private readonly SyncSettings _settings;
    private readonly ManualClock _clock = new();
    private readonly Calls _calls = new();
    private readonly SimulatedDns _dns;
    private readonly Dictionary<TargetPair, SimulatedGroup> _groups;
    private readonly Dictionary<IPAddress, DateTimeOffset?> _nodes = [];
    private readonly Recorder _recorder = new();
    private readonly IPlayer _player;
    private EventKind? _next;
    private TimeSpan _time;
    private bool _registerFails;
    private EventKind? _writing;
    private bool _readFails;
    private int _loadBalancers;

    private Simulator(Scenario scenario, Algorithm algorithm)
    {
        _scenario = scenario;
        _settings = SimulatedSettings.Read(scenario.Settings);
        _dns = new SimulatedDns(_settings.Resolve.Name, _settings.Resolve.Type) { HasAll = scenario.HasAll };
        if (scenario.Events.Any(each => each.Kind == EventKind.NameMoves))
        {
            LeadToAnother();
        }
        _groups = _settings.Pairs.ToDictionary(pair => pair, _ => new SimulatedGroup(_calls, _clock) { HealthyAfter = scenario.HealthyAfter, DrainsFor = scenario.DrainsFor, Quota = scenario.Quota });
        _player = algorithm switch
        {
            Algorithm.Article => new SeveralPlayers([.. _groups.Select(group => new ArticlePlayer(_settings with { Pairs = [group.Key] }, _dns, group.Value, new SimulatedStore(_calls)))]),
            Algorithm.Nothing => new IdlePlayer(),
            _ => new SyncPlayer(_settings, _dns, pair => _groups[pair], new SimulatedStore(_calls), _clock),
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
                Set(address);
            }
        }
        // The installation has run for a while: what is in the DNS is registered, and healthy.
        var runsBefore = Math.Max(FewestRunsBefore, 1 + (int)Math.Ceiling(_scenario.HealthyAfter / Interval));
        for (var run = 0; run < runsBefore; run++)
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
            _recorder.Sample(time, _dns.Addresses, [.. _groups.Values.Select(group => group.List())], _groups.Values.Average(Lost));
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
            case EventKind.NameMoves:
                LeadToAnother();
                _dns.Addresses.Clear();
                happening.Addresses.ToList().ForEach(Appear);
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
                _groups.ToList().ForEach(group => group.Value.Hidden.UnionWith(happening.Addresses.Select(address => new Target(address, group.Key.Port))));
                break;
            case EventKind.ListIsWhole:
                _groups.Values.ToList().ForEach(group => group.Hidden.Clear());
                break;
            case EventKind.SomebodyRegisters:
                happening.Addresses.ToList().ForEach(Set);
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

    private void LeadToAnother() => _dns.LeadsTo = DnsName.Parse($"internal-other-{++_loadBalancers}.eu-west-1.elb.amazonaws.com");

    private void Set(IPAddress address) => _groups.ToList().ForEach(group => group.Value.Set(new Target(address, group.Key.Port), TargetState.Healthy));

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
        foreach (var (group, target, state) in _groups.Values.SelectMany(group => group.List().Select(each => (group, each.Target, each.State))))
        {
            var isDead = Dead(target) is { } since && _clock.Now - since >= _scenario.UnhealthyAfter;
            if (state is TargetState.Healthy or TargetState.Initial && isDead)
            {
                group.Set(target, TargetState.Unhealthy);
            }
            else if (state == TargetState.Unhealthy && Dead(target) is null)
            {
                group.Set(target, TargetState.Healthy);
            }
        }
    }

    /// <summary>
    /// The share of new connections that is lost. The NLB spreads them evenly over the healthy targets, or over the unhealthy ones where none is; a target
    /// gets none before it is healthy. Those to a node that serves no more are lost, and so is what the nodes that serve cannot carry.
    /// </summary>
    private double Lost(SimulatedGroup group)
    {
        var byState = group.List().ToLookup(each => each.State);
        var routed = (byState[TargetState.Healthy].Any() ? byState[TargetState.Healthy] : byState[TargetState.Unhealthy]).ToList();
        var serving = routed.Count(each => Dead(each.Target) is null);
        return routed.Count == 0 ? 1 : 1 - Math.Min((double)serving / routed.Count, Math.Min(1, (double)serving / _scenario.Needs));
    }

    private DateTimeOffset? Dead(Target target) => _nodes.GetValueOrDefault(target.Address);
}
