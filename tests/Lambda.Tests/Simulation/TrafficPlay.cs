using System.Net;
using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Settings;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;
using Orchestrator.Simulation.Play;

namespace Orchestrator.Lambda.Tests.Simulation;

/// <summary>Plays a history thrice where anything is lost: with the function, with the article's, and, from every moment of the last 15 minutes on, with none. The first must lose no more than the others.</summary>
internal sealed class TrafficPlay
{
    private const int Idle = 15 * TrafficHistory.Minute;
    private const int UnhealthySteps = 3;

    // What has not happened in ten minutes in which nothing happens does not happen.
    private const int SettledSteps = 10 * TrafficHistory.Minute;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1) / TrafficHistory.Minute;
    private static readonly SyncSettings Settings = FunctionTests.Settings();
    private readonly TrafficHistory _history;
    private readonly bool _isCompared;
    private readonly World _world = new();
    private readonly Calls _articleCalls = new();
    private readonly SimulatedGroup _articleGroup;
    private readonly SimulatedDns _articleDns = new(Settings.Resolve.Name);
    private readonly ArticlePlayer _article;
    private readonly Dictionary<int, Node> _nodes = [];
    private readonly List<int> _named = [];
    private readonly List<IReadOnlyList<(Target Target, DateTimeOffset Since)>> _past = [];
    private readonly HashSet<IPAddress> _orphans = [];
    private readonly int _needs;
    private readonly bool _hasLies;
    private readonly IReadOnlyList<(TrafficEvent By, int At, int Coming, int Leaving, int Nodes)> _changes;
    private readonly int _serveSteps;
    private readonly TimeSpan _healthyAfter;
    private readonly int _start;
    private readonly int _quiet;
    private readonly int _end;
    private int _time;
    private int _settled;
    private int _next = 1;
    private int _effects;
    private bool _hasLost;

    private TrafficPlay(TrafficHistory history, bool isCompared)
    {
        _history = history;
        _isCompared = isCompared;
        _articleGroup = new SimulatedGroup(_articleCalls, _world.Clock);
        _article = new ArticlePlayer(Settings, _articleDns, _articleGroup, new SimulatedStore(_articleCalls));
        foreach (var group in (SimulatedGroup[])[_world.Group, _articleGroup])
        {
            group.Health = Health;
        }
        _world.Calls.Before = BeforeAsync;
        _world.Calls.After = AfterAsync;
        _articleCalls.Before = BeforeAsync;
        _needs = Needs(history);
        _hasLies = history.Lies().Any();
        _changes = [.. history.Changes()];
        _serveSteps = history.ServeSteps;
        _healthyAfter = history.HealthySteps * Step;
        // Until the first event a minute is as the one before.
        _start = history.Events.Min(each => each.At) / TrafficHistory.Minute * TrafficHistory.Minute;
        _quiet = history.Events.Max(each => each.At + each.Steps);
        // Until all that has left the DNS is dead and found out, and what was done last is 15 minutes ago.
        _end = _quiet + Idle;
        _end = Math.Max(_end, _changes.Where(change => change.Leaving > 0).Select(change => change.At + _serveSteps + UnhealthySteps + 1).DefaultIfEmpty().Max());
    }

    /// <summary>What the function loses that it need not; null where it loses nothing so.</summary>
    internal static string? Problem(TrafficHistory history)
    {
        // Where the function loses nothing, nobody loses less: most histories need no comparison.
        var alone = new TrafficPlay(history, isCompared: false);
        var problem = alone.PlayAsync().GetAwaiter().GetResult();
        return alone._hasLost ? new TrafficPlay(history, isCompared: true).PlayAsync().GetAwaiter().GetResult() : problem;
    }

    private async Task<string?> PlayAsync()
    {
        // Before the history began, what is in the DNS has been registered and owned for long.
        _world.Clock.Now = ManualClock.Start - TimeSpan.FromHours(1);
        Add(_history.Nodes);
        for (var run = 0; run < 2; run++)
        {
            await _world.RunAsync(_named);
            await RunArticleAsync();
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        _world.Clock.Now = ManualClock.Start + ((_start - TrafficHistory.Minute) * Step);
        await _world.RunAsync(_named);
        for (_time = _start; _time < _end && _settled < SettledSteps && (_isCompared || !_hasLost); _time++)
        {
            _world.Clock.Now = ManualClock.Start + (_time * Step);
            await StepAsync();
            if (Compare() is { } problem)
            {
                return problem;
            }
        }
        return _hasLost && !_isCompared ? null : await SettleAsync();
    }

    private async Task StepAsync()
    {
        foreach (var (happening, at, coming, leaving, _) in _changes)
        {
            if (at == _time)
            {
                Add(coming);
                Leave(leaving);
                Happen(happening);
            }
        }
        if (_time % TrafficHistory.Minute == 0)
        {
            await RunAsync();
            await RunArticleAsync();
        }
    }

    /// <summary>In the end nothing is left that the DNS does not name, but what nobody can know: registered by a process that could not write, and is gone.</summary>
    private async Task<string?> SettleAsync()
    {
        for (; _settled == 0 && _time < _end + SettledSteps; _time++)
        {
            _world.Clock.Now = ManualClock.Start + (_time * Step);
            await StepAsync();
            _settled = IsSettled(_world.Group.List()) ? 1 : 0;
        }
        var left = _world.Group.Live.Except(_named.Select(World.TargetOf)).Where(target => !_orphans.Contains(target.Address)).ToList();
        return left.Count == 0 ? null : $"{string.Join(", ", left)} stays registered: {_history}";
    }

    private string? Compare()
    {
        // The group changes in runs alone, and they are a minute apart.
        if (_time % TrafficHistory.Minute == 0)
        {
            _past.Add([.. _world.Group.Registrations()]);
        }
        var now = _world.Group.List();
        var share = Share(now);
        _settled = IsSettled(now) ? _settled + 1 : 0;
        const double Rounding = 1e-9;
        if (share > 1 - Rounding)
        {
            return null;
        }
        _hasLost = true;
        if (!_isCompared)
        {
            return null;
        }
        var idle = Share([.. _past[Math.Max(0, (_time - Idle - _start) / TrafficHistory.Minute)].Select(each => new RegisteredTarget(each.Target, Health(each.Target, each.Since)))]);
        var article = Share(_articleGroup.List());
        return share < idle - Rounding || share < article - Rounding
            ? $"after {_time / (double)TrafficHistory.Minute} min {share:0.00} of the traffic is served, {idle:0.00} would be had nothing been done for 15 min, {article:0.00} with the article's function, of {NeedsNow} nodes that it needs: {_history}"
            : null;
    }

    /// <summary>Whether nothing happens any more, and the group has what the DNS names, all of it healthy, and nothing else.</summary>
    private bool IsSettled(IReadOnlyList<RegisteredTarget> group) =>
        _time >= _quiet && group.Count == _named.Count && group.All(each => each.State == TargetState.Healthy && NodeOf(each.Target) is { DiesAt: int.MaxValue });

    private double Share(IReadOnlyList<RegisteredTarget> targets) => Traffic.Share(targets, target => NodeOf(target) is { } node && _time < node.DiesAt, NeedsNow);

    /// <summary>What of the nodes fails its health checks was not foreseen: the traffic needs as many fewer, unless it has left the DNS, and honestly so.</summary>
    private int NeedsNow => Math.Max(1, _needs - _nodes.Values.Count(node => IsSick(node) && (_hasLies || !node.HasLeft)));

    private bool IsSick(Node node) => node.SickFrom <= _time && _time < node.SickUntil;

    private void Happen(TrafficEvent happening)
    {
        if (happening.Kind == TrafficKind.LeftNodeFlaps && _nodes.Values.FirstOrDefault(node => node.DiesAt < int.MaxValue && _time < node.DiesAt) is { } left)
        {
            (left.SickFrom, left.SickUntil, left.HasLeft) = (_time, _time + happening.Steps, true);
        }
        if (happening.Kind == TrafficKind.NodeFlaps)
        {
            for (var index = 0; index <= happening.Number / 10 % 2; index++)
            {
                var node = _nodes[_named[(happening.Number + index) % _named.Count]];
                (node.SickFrom, node.SickUntil, node.HasLeft) = (_time, _time + happening.Steps, false);
            }
        }
    }

    private void Add(int count)
    {
        for (var index = 0; index < count; index++)
        {
            _nodes[_next] = new Node();
            _named.Add(_next++);
        }
    }

    /// <summary>The oldest leave.</summary>
    private void Leave(int count)
    {
        foreach (var number in _named.Take(count).ToList())
        {
            _named.Remove(number);
            _nodes[number].DiesAt = _time + _serveSteps;
        }
    }

    private async Task RunAsync()
    {
        foreach (var hidden in Under(TrafficKind.ListIsIncomplete))
        {
            _world.Group.Hidden.Add(World.TargetOf(_named[hidden.Number % _named.Count]));
        }
        var dying = _history.Events.FirstOrDefault(each => each.Kind == TrafficKind.RunDies && (each.At == _time || each.At + 1 == _time));
        _effects = dying.Kind == TrafficKind.RunDies ? 1 + (dying.Number % 6) : 0;
        try
        {
            if (Under(TrafficKind.DnsFails).Any())
            {
                _world.Process.Note([], _world.Clock.Now, _world.Settings);
            }
            else if (Under(TrafficKind.DnsIsIncomplete).Any())
            {
                await _world.RunAsync(World.Seen(_named[0]) with { IsComplete = false });
            }
            else
            {
                await _world.RunAsync(World.Seen(Resolved()));
            }
        }
        catch (Crash)
        {
            _orphans.UnionWith(_world.Process.Owned);
            _world.Process = new ProcessMemory();
        }
        _effects = 0;
        _world.Group.Hidden.Clear();
    }

    private async Task RunArticleAsync()
    {
        if (!_isCompared)
        {
            return;
        }
        _articleDns.IsDown = Under(TrafficKind.DnsFails).Any();
        _articleDns.Addresses.Clear();
        _articleDns.Addresses.AddRange((Under(TrafficKind.DnsIsIncomplete).Any() ? _named.Take(1) : Resolved()).Select(World.Address));
        await _article.RunAsync();
    }

    /// <summary>What the DNS answers.</summary>
    private List<int> Resolved()
    {
        var resolved = _named.ToList();
        foreach (var lie in Under(TrafficKind.DnsLies))
        {
            resolved = [.. resolved.Take(Math.Max(1, lie.Number % resolved.Count))];
        }
        foreach (var flap in Under(TrafficKind.DnsFlaps).Where(_ => resolved.Count > TrafficHistory.Smallest))
        {
            resolved.RemoveAt(flap.Number % resolved.Count);
        }
        return resolved;
    }

    private IEnumerable<TrafficEvent> Under(TrafficKind kind) => _history.Events.Where(each => each.Kind == kind && each.At <= _time && _time < each.At + each.Steps);

    private Task BeforeAsync(string call)
    {
        var isPut = call.StartsWith("Put", StringComparison.Ordinal);
        if (call.StartsWith("Register", StringComparison.Ordinal) && Under(TrafficKind.RegisterFails).Any())
        {
            throw new TargetGroupException(TargetGroupError.Failed, "throttled");
        }
        var isRemoval = call.StartsWith("Deregister", StringComparison.Ordinal);
        if (isRemoval && Under(TrafficKind.DeregisterIsRefused).Any())
        {
            throw new TargetGroupException(TargetGroupError.Refused, "throttled");
        }
        if (isRemoval && Under(TrafficKind.DeregisterFails).Any())
        {
            throw new TargetGroupException(TargetGroupError.Failed, "no answer");
        }
        if ((isPut && Under(TrafficKind.WriteFails).Any()) || (call.StartsWith("Get", StringComparison.Ordinal) && Under(TrafficKind.ReadFails).Any()))
        {
            throw new ObjectStoreException("500");
        }
        // The article's function writes without a condition.
        return isPut && call.Contains(StateKey.Prefix, StringComparison.Ordinal) && Under(TrafficKind.WriteIsRefused).Any() ? throw new ObjectConflictException(call) : Task.CompletedTask;
    }

    private Task AfterAsync(string call)
    {
        var isPut = call.StartsWith("Put", StringComparison.Ordinal);
        if ((isPut || call.Contains("egister", StringComparison.Ordinal)) && _effects > 0 && --_effects == 0)
        {
            throw new Crash();
        }
        if (call.StartsWith("Deregister", StringComparison.Ordinal) && Under(TrafficKind.DeregisterSeemsToFail).Any())
        {
            throw new TargetGroupException(TargetGroupError.Failed, "no answer");
        }
        if (isPut && Under(TrafficKind.WriteSeemsToFail).Any())
        {
            throw new ObjectStoreException("503");
        }
        return isPut && Under(TrafficKind.WriteIsRefusedWhenRepeated).Any() ? throw new ObjectConflictException(call) : Task.CompletedTask;
    }

    /// <summary>What health checks find of a target that was registered at a time.</summary>
    private TargetState Health(Target target, DateTimeOffset since)
    {
        var node = NodeOf(target);
        var isSick = node is null || _time >= (long)node.DiesAt + UnhealthySteps || IsSick(node);
        return isSick ? TargetState.Unhealthy : _world.Clock.Now - since >= _healthyAfter ? TargetState.Healthy : TargetState.Initial;
    }

    private Node? NodeOf(Target target)
    {
        Span<byte> octets = stackalloc byte[4];
        return target.Address.TryWriteBytes(octets, out _) ? _nodes.GetValueOrDefault((octets[2] << 8) + octets[3]) : null;
    }

    /// <summary>How many nodes the traffic needs: all that there are at the fewest, but those that may go while the DNS lies.</summary>
    private static int Needs(TrafficHistory history)
    {
        var fewest = history.Changes().Select(change => change.Nodes).Append(history.Nodes).Min();
        // A target goes after the grace, and one more after each pace.
        var settings = new DecisionSettings { Port = World.Port };
        var gone = history.Lies().Sum(steps => steps * Step < settings.Grace ? 0 : 1 + (int)(((steps * Step) - settings.Grace) / settings.Pace(history.Nodes)));
        return Math.Max(1, fewest - gone);
    }

    private sealed class Node
    {
        internal int DiesAt { get; set; } = int.MaxValue;

        internal int SickFrom { get; set; }

        internal int SickUntil { get; set; }

        internal bool HasLeft { get; set; }
    }
}
