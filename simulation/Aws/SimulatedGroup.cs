using Orchestrator.Lambda.Targets;

namespace Orchestrator.Simulation.Aws;

/// <summary>A target group in memory: a target is healthy some time after its registration, and drains for some time after its removal.</summary>
internal sealed class SimulatedGroup(Calls calls, ManualClock clock) : ITargetGroup
{
    private readonly Dictionary<Target, (TargetState? Fixed, DateTimeOffset Since, bool IsDraining)> _targets = [];

    internal TimeSpan HealthyAfter { get; set; } = TimeSpan.FromMinutes(5);

    internal TimeSpan DrainsFor { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What health checks find of a target that was registered at a time; null for what <see cref="HealthyAfter"/> says.</summary>
    internal Func<Target, DateTimeOffset, TargetState>? Health { get; set; }

    internal int Quota { get; set; } = 1000;

    /// <summary>Targets that the group refuses.</summary>
    internal HashSet<Target> Refused { get; } = [];

    /// <summary>Targets that the group does not list, though it has them.</summary>
    internal HashSet<Target> Hidden { get; } = [];

    /// <summary>Runs with what a removal takes away, before it does.</summary>
    internal Action<IReadOnlyList<Target>>? Removing { get; set; }

    internal IEnumerable<Target> Live => List().Where(each => each.State != TargetState.Draining).Select(each => each.Target);

    internal IEnumerable<Target> Healthy => List().Where(each => each.State == TargetState.Healthy).Select(each => each.Target);

    /// <summary>Puts a target there as somebody else would.</summary>
    internal void Set(Target target, TargetState state) => _targets[target] = (state == TargetState.Draining ? null : state, clock.Now, state == TargetState.Draining);

    internal void Remove(Target target) => _targets.Remove(target);

    internal IReadOnlyList<RegisteredTarget> List()
    {
        foreach (var gone in _targets.Where(each => each.Value.IsDraining && clock.Now - each.Value.Since >= DrainsFor).Select(each => each.Key).ToList())
        {
            _targets.Remove(gone);
        }
        return [.. _targets.Select(each => new RegisteredTarget(each.Key, each.Value switch
        {
            { IsDraining: true } => TargetState.Draining,
            { Fixed: { } state } => state,
            var value when Health is not null => Health(each.Key, value.Since),
            var value => clock.Now - value.Since >= HealthyAfter ? TargetState.Healthy : TargetState.Initial,
        }))];
    }

    /// <summary>What is registered and does not drain, and since when.</summary>
    internal IEnumerable<(Target Target, DateTimeOffset Since)> Registrations() => _targets.Where(each => !each.Value.IsDraining).Select(each => (each.Key, each.Value.Since));

    public Task<IReadOnlyList<RegisteredTarget>> ListAsync(CancellationToken cancellationToken) => calls.MakeAsync("List", () => (IReadOnlyList<RegisteredTarget>)[.. List().Where(each => !Hidden.Contains(each.Target))]);

    public Task RegisterAsync(IReadOnlyList<Target> targets, CancellationToken cancellationToken) => calls.MakeAsync($"Register {targets.Count}", () =>
    {
        CheckBatch(targets);
        if (targets.FirstOrDefault(Refused.Contains) is { Address: not null } refused)
        {
            throw new TargetGroupException(TargetGroupError.InvalidTarget, $"{refused} is not valid");
        }
        if (Live.Union(targets).Count() > Quota)
        {
            throw new TargetGroupException(TargetGroupError.Full, "the group is full");
        }
        foreach (var target in targets.Except(Live.ToHashSet()))
        {
            _targets[target] = (null, clock.Now, false);
        }
        return true;
    });

    public Task DeregisterAsync(IReadOnlyList<Target> targets, CancellationToken cancellationToken) => calls.MakeAsync($"Deregister {targets.Count}", () =>
    {
        CheckBatch(targets);
        Removing?.Invoke(targets);
        foreach (var target in targets.Where(target => _targets.TryGetValue(target, out var known) && !known.IsDraining))
        {
            _targets[target] = (null, clock.Now, true);
        }
        return true;
    });

    private static void CheckBatch(IReadOnlyList<Target> targets)
    {
        if (targets.Count is 0 or > ITargetGroup.LargestBatch)
        {
            throw new InvalidOperationException($"a batch of {targets.Count} targets");
        }
    }
}
