using System.Net;

namespace Orchestrator.Simulation.Timelines;

/// <summary>What happened in a simulation.</summary>
/// <param name="Scenario">The scenario that was played.</param>
/// <param name="Algorithm">Who played.</param>
/// <param name="Moments">How things stood, at each step of the clock.</param>
/// <param name="Happenings">What happened, in order.</param>
public sealed record Timeline(Play.Scenario Scenario, Play.Algorithm Algorithm, IReadOnlyList<Moment> Moments, IReadOnlyList<Happening> Happenings)
{
    /// <summary>The largest share of new connections that was lost, from 0 to 1.</summary>
    public double WorstLoss => Moments.Max(moment => moment.Lost);

    /// <summary>For how long some were lost.</summary>
    public TimeSpan LossDuration => Moments.Count(moment => moment.Lost > 0) * Play.Simulator.Step;

    /// <summary>Whether at the end the group holds what the DNS has, and everything in it is healthy.</summary>
    public bool IsSettled => Moments[^1] is var last && last.Resolved.All(address => last.Targets.GetValueOrDefault(address) == TargetHealth.Healthy) && last.Targets.Count(target => target.Value != TargetHealth.Draining) == last.Resolved.Count;
}

/// <summary>How things stood at a moment.</summary>
/// <param name="At">When, from the beginning.</param>
/// <param name="Resolved">What is in the DNS.</param>
/// <param name="Targets">What the target group lists, with its health.</param>
/// <param name="Lost">The share of new connections that is lost, from 0 to 1.</param>
public sealed record Moment(TimeSpan At, IReadOnlyList<IPAddress> Resolved, IReadOnlyDictionary<IPAddress, TargetHealth> Targets, double Lost)
{
    /// <summary>How many targets are registered.</summary>
    public int Registered => Targets.Count(target => target.Value != TargetHealth.Draining);

    /// <summary>How many of them are healthy.</summary>
    public int Healthy => Targets.Count(target => target.Value == TargetHealth.Healthy);
}

/// <summary>Something that happened.</summary>
/// <param name="At">When, from the beginning.</param>
/// <param name="IsRun">Whether the function did it, rather than the scenario.</param>
/// <param name="Text">What, for people.</param>
public sealed record Happening(TimeSpan At, bool IsRun, string Text);

/// <summary>The health of a target, as far as a timeline tells them apart.</summary>
public enum TargetHealth
{
    /// <summary>It is registered, and not yet healthy.</summary>
    Initial,

    /// <summary>It gets connections.</summary>
    Healthy,

    /// <summary>It fails its health checks.</summary>
    Unhealthy,

    /// <summary>It has been removed, and keeps the connections that it has.</summary>
    Draining,
}
