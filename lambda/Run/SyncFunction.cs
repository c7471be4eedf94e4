using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Report;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Settings;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Run;

/// <summary>The function: one observation, then a run for each target group. One that fails does not keep the others from running.</summary>
internal sealed class SyncFunction(SyncSettings settings, IAddressResolver resolver, Func<TargetPair, ITargetGroup> groups, IObjectStore store, TimeProvider clock, RunLog? log)
{
    private readonly Dictionary<StateKey, ProcessMemory> _memories = [];

    /// <summary>Does what is asked for.</summary>
    internal async Task<IReadOnlyList<RunReport>> RunAsync(SyncRequest request, Deadline deadline)
    {
        var isDryRun = request.DryRun || request.Status || settings.IsDryRun;
        Observation? observation = null;
        string? problem = null;
        if (!request.Status)
        {
            try
            {
                observation = await resolver.ObserveAsync(deadline.Acting);
            }
            catch (ResolveException exception)
            {
                problem = $"there is no observation, so nothing is changed: {exception.Message}";
            }
        }
        var reports = new List<RunReport>();
        foreach (var pair in settings.Pairs)
        {
            var key = new StateKey(settings.Resolve.Name.ToString(), pair.TargetGroup, pair.Port);
            var report = problem is null
                ? await new SyncRun(key, settings.Decision with { Port = pair.Port }, groups(pair), store, clock, MemoryOf(key)).RunAsync(observation, deadline, isDryRun)
                : Fail(key, problem) with { IsDryRun = isDryRun };
            log?.Write(report);
            reports.Add(report with { SucceededAt = MemoryOf(key).SucceededAt });
            if (!isDryRun && report.Result is (RunResult.Unchanged or RunResult.Changed))
            {
                MemoryOf(key).SucceededAt = report.At;
            }
        }
        return reports;
    }

    /// <summary>It has seen nothing, but it has looked.</summary>
    private RunReport Fail(StateKey key, string problem)
    {
        var now = clock.GetUtcNow();
        MemoryOf(key).Note([], now, settings.Decision);
        return RunReport.Failure(key, now, problem);
    }

    private ProcessMemory MemoryOf(StateKey key)
    {
        if (!_memories.TryGetValue(key, out var memory))
        {
            _memories[key] = memory = new ProcessMemory();
        }
        return memory;
    }
}
