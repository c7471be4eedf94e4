using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Run;

/// <summary>All that is told of one run for one target group and port.</summary>
internal sealed record RunReport
{
    /// <summary>What it was for.</summary>
    internal required StateKey Key { get; init; }

    /// <summary>When it began.</summary>
    internal required DateTimeOffset At { get; init; }

    /// <summary>How it ended.</summary>
    internal RunResult Result { get; init; }

    /// <summary>Whether it was only to tell what it would do.</summary>
    internal bool IsDryRun { get; init; }

    /// <summary>What the DNS said; null where it said nothing.</summary>
    internal Observation? Observation { get; init; }

    /// <summary>What the target group listed; null where it was not asked.</summary>
    internal IReadOnlyList<RegisteredTarget>? Registered { get; init; }

    /// <summary>What was decided; null where nothing could be.</summary>
    internal Plan? Plan { get; init; }

    /// <summary>What was done.</summary>
    internal Outcome Outcome { get; init; } = new();

    /// <summary>The state that it leaves; null where there is none, or none that can be read.</summary>
    internal SyncState? State { get; init; }

    /// <summary>When a run of this process last succeeded, before this one; null where none has.</summary>
    internal DateTimeOffset? SucceededAt { get; init; }

    /// <summary>How long it took.</summary>
    internal TimeSpan Duration { get; init; }

    /// <summary>The report of a run that could not even begin.</summary>
    internal static RunReport Failure(StateKey key, DateTimeOffset at, string problem)
    {
        var outcome = new Outcome();
        outcome.Problems.Add(problem);
        return new RunReport { Key = key, At = at, Result = RunResult.Failed, Outcome = outcome };
    }
}
