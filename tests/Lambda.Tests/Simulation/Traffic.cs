using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Tests.Simulation;

/// <summary>
/// Which share of its connections an NLB sends to a node that serves. It spreads them evenly over the healthy targets, or over the others where none is;
/// what the nodes that get them cannot carry is lost too.
/// </summary>
internal static class Traffic
{
    /// <summary>The share, from 0 to 1.</summary>
    /// <param name="targets">The targets with their health.</param>
    /// <param name="serves">Whether a node serves.</param>
    /// <param name="needs">How many nodes the traffic needs.</param>
    internal static double Share(IReadOnlyList<RegisteredTarget> targets, Func<Target, bool> serves, int needs)
    {
        var isAnyHealthy = targets.Any(each => each.State == TargetState.Healthy);
        var routed = 0;
        var serving = 0;
        foreach (var (target, state) in targets)
        {
            if (state == (isAnyHealthy ? TargetState.Healthy : TargetState.Unhealthy))
            {
                routed++;
                serving += serves(target) ? 1 : 0;
            }
        }
        return routed == 0 ? 0 : Math.Min((double)serving / routed, Math.Min(1, (double)serving / needs));
    }
}
