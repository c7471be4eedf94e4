using System.Net;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Targets;
using Orchestrator.Simulation.Play;

namespace Orchestrator.Simulation.Timelines;

/// <summary>Writes a timeline down while it happens.</summary>
internal sealed class Recorder
{
    private readonly List<Moment> _moments = [];
    private readonly List<Happening> _happenings = [];
    private string? _told;

    internal void Note(TimeSpan at, bool IsRun, string text) => _happenings.Add(new Happening(at, IsRun, text));

    /// <summary>Notes what a run did; what one says that the run before it said too is not said again.</summary>
    internal void Tell(TimeSpan at, string? text)
    {
        if (text is not null && text != _told && at > TimeSpan.Zero)
        {
            Note(at, IsRun: true, text);
        }
        _told = text;
    }

    /// <summary>Writes down how things stand. Of a node in several groups, the group where it is furthest from serving counts, or from having been removed where it has left.</summary>
    internal void Sample(TimeSpan at, IReadOnlyList<IPAddress> resolved, IReadOnlyList<IReadOnlyList<RegisteredTarget>> groups, double lost) => _moments.Add(new Moment(
        at,
        [.. resolved.Order(AddressOrder.Instance)],
        groups.SelectMany(group => group).GroupBy(each => each.Target.Address, each => Health(each.State)).OrderBy(each => each.Key, AddressOrder.Instance)
            .ToDictionary(each => each.Key, each => resolved.Contains(each.Key) ? each.Count() < groups.Count ? TargetHealth.Initial : each.MinBy(Order) : each.MaxBy(Order)),
        lost));

    private static int Order(TargetHealth health) => health switch
    {
        TargetHealth.Draining => 0,
        TargetHealth.Unhealthy => 1,
        TargetHealth.Initial => 2,
        _ => 3,
    };

    internal Timeline Finish(Scenario scenario, Algorithm algorithm) => new(scenario, algorithm, _moments, _happenings);

    private static TargetHealth Health(TargetState state) => state switch
    {
        TargetState.Healthy => TargetHealth.Healthy,
        TargetState.Draining => TargetHealth.Draining,
        TargetState.Initial => TargetHealth.Initial,
        _ => TargetHealth.Unhealthy,
    };
}
