using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>The target group beside the DNS.</summary>
internal sealed class GroupView
{
    private readonly Dictionary<Target, TargetState> _live = [];
    private readonly HashSet<Target> _draining = [];

    internal GroupView(Situation situation)
    {
        Named = [.. situation.Observation.Addresses.Select(address => new Target(address, situation.Settings.Port))];
        foreach (var registered in situation.Registered)
        {
            // A draining target takes no new connection, and can be registered again.
            if (registered.State == TargetState.Draining)
            {
                _draining.Add(registered.Target);
            }
            else
            {
                _live[registered.Target] = registered.State;
            }
        }
        HealthyNamed = Named.Count(IsHealthy);
    }

    /// <summary>What the DNS names.</summary>
    internal HashSet<Target> Named { get; }

    /// <summary>How many of them are healthy.</summary>
    internal int HealthyNamed { get; }

    /// <summary>What is registered and does not drain.</summary>
    internal IReadOnlyCollection<Target> Live => _live.Keys;

    /// <summary>Whether a target is registered and does not drain.</summary>
    internal bool IsLive(Target target) => _live.ContainsKey(target);

    /// <summary>Whether a target has been removed, and still ends its connections.</summary>
    internal bool IsDraining(Target target) => _draining.Contains(target);

    /// <summary>Whether health checks find a target healthy.</summary>
    internal bool IsHealthy(Target target) => _live.TryGetValue(target, out var state) && state == TargetState.Healthy;

    /// <summary>Whether a registered target is yet to pass its first health checks.</summary>
    internal bool IsStarting(Target target) => _live.TryGetValue(target, out var state) && state == TargetState.Initial;

    /// <summary>Whether a target may be getting connections: it is healthy, or nobody knows.</summary>
    internal bool MayServe(Target target) => _live.TryGetValue(target, out var state) && state is TargetState.Healthy or TargetState.Unavailable;
}
