using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Run;

/// <summary>
/// One run for one target group and port: recall, look, decide, write the intent, change, write the result. A run that dies between any two of these
/// leaves what the next one needs.
/// </summary>
internal sealed class SyncRun(StateKey key, DecisionSettings settings, ITargetGroup group, IObjectStore store, TimeProvider clock, ProcessMemory process)
{
    private readonly StateRepository _states = new(store, key);

    /// <summary>Runs.</summary>
    /// <param name="observation">What the DNS says; null to take what it said last, for telling how things stand.</param>
    /// <param name="deadline">When it must be over.</param>
    /// <param name="isDryRun">Whether it writes and changes nothing.</param>
    internal async Task<RunReport> RunAsync(Observation? observation, Deadline deadline, bool isDryRun)
    {
        var started = clock.GetTimestamp();
        var report = new RunReport { Key = key, At = clock.GetUtcNow(), IsDryRun = isDryRun, Observation = observation };
        if (observation is not null)
        {
            process.Note(observation.Addresses, report.At, settings);
        }
        try
        {
            report = await RunAsync(report, deadline);
        }
        catch (TargetGroupException exception)
        {
            report.Outcome.Problems.Add(exception.Message);
        }
        catch (ObjectStoreException exception)
        {
            report.Outcome.Problems.Add(exception.Message);
        }
        catch (ObjectConflictException exception)
        {
            report.Outcome.Notes.Add($"{exception.Message}; it is left to that one");
            report = report with { Result = RunResult.Superseded };
        }
        return report with { Result = report.Outcome.Problems.Count > 0 ? RunResult.Failed : report.Result, Duration = clock.GetElapsedTime(started) };
    }

    private async Task<RunReport> RunAsync(RunReport report, Deadline deadline)
    {
        var memory = await RecallAsync(report.Outcome, deadline);
        var registered = await group.ListAsync(deadline.Acting);
        var state = memory is null ? null : Takeover.Adopt(memory, registered, key.Port, report.At);
        report = report with { Registered = registered, State = state, Observation = report.Observation ?? Recalled(state) };
        if (memory is { TakenOver.Count: > 0 })
        {
            report.Outcome.Notes.Add($"took over {state!.Owned.Count} targets from the Python function, which had left {memory.TakenOver.Count} addresses");
        }
        if (report.Observation is null)
        {
            return report;
        }
        if (report.Observation.Foreign.Count > 0)
        {
            report.Outcome.Problems.Add($"the DNS gave addresses that no target may have, so nothing is removed: {string.Join(", ", report.Observation.Foreign)}; if they are right, SYNC_ALLOWED_CIDRS must hold them");
        }
        var plan = Decision.Decide(new Situation(report.Observation, registered, state, report.At, settings) { Unrecorded = process.Unrecorded, OwnedBesides = process.Owned, LookingSince = process.LookingSince, RecordedBefore = process.RecordedAt });
        report = report with { Plan = plan, State = plan.State, Result = plan.ChangesTargets ? RunResult.Changed : RunResult.Unchanged };
        if (report.IsDryRun)
        {
            return report;
        }
        // Whoever runs next would not know it, should the DNS not name it any more.
        process.NoteOwned(plan.Found.Select(target => target.Address));
        return plan.ChangesTargets ? await ChangeAsync(report, plan, memory, deadline) : await RecordAsync(report, plan, memory, deadline);
    }

    private async Task<Memory?> RecallAsync(Outcome outcome, Deadline deadline)
    {
        try
        {
            return await _states.RecallAsync(deadline.Acting);
        }
        catch (UnreadableStateException exception)
        {
            outcome.Problems.Add($"nothing can be removed, since the state is not readable: {exception.Message}");
            return null;
        }
    }

    private static Observation? Recalled(SyncState? state) =>
        state is { Addresses.Count: > 0 } ? new Observation { Addresses = state.Addresses, IsComplete = true, IsRecalled = true, Source = $"the state, since {state.AddressesSince:u}" } : null;

    private static DateTimeOffset? Proof(RunReport report) => report.Observation!.ProvesAbsence ? report.At : null;

    /// <summary>Without a change of targets only the state is written, and only where it differs.</summary>
    private async Task<RunReport> RecordAsync(RunReport report, Plan plan, Memory? memory, Deadline deadline)
    {
        if (memory is not null && !memory.Content.Span.SequenceEqual(StateFormat.Write(plan.State!)))
        {
            await _states.WriteAsync(plan.State!, memory.Version, deadline.Saving);
        }
        if (memory is not null)
        {
            process.NoteRecorded(Proof(report));
        }
        return report;
    }

    private async Task<RunReport> ChangeAsync(RunReport report, Plan plan, Memory? memory, Deadline deadline)
    {
        if (!deadline.AllowsChange)
        {
            report.Outcome.Problems.Add("no time is left to save what would be changed: all of it waits for the next run");
            return report;
        }
        // The service needs the new targets, whether or not anybody can note whose they are. To remove needs the record.
        var announced = plan.StateBefore(report.At, Guid.NewGuid().ToString("N"));
        var version = announced is null ? null : await AnnounceAsync(report, announced, memory!.Version, deadline);
        var outcome = await new Actuator(group, deadline).RunAsync(version is null ? plan.RegisteringOnly : plan);
        outcome.Problems.InsertRange(0, report.Outcome.Problems);
        outcome.Notes.InsertRange(0, report.Outcome.Notes);
        report = report with { Outcome = outcome };
        if (version is not null)
        {
            return await SaveAsync(report, plan.StateAfter(outcome, announced!), version, deadline);
        }
        process.NoteOwned(outcome.Registered.Select(target => target.Address));
        return report with { State = memory?.State };
    }

    /// <summary>Writes what the run sets out to do.</summary>
    /// <returns>The state's version; null where it could not be written.</returns>
    private async Task<string?> AnnounceAsync(RunReport report, SyncState announced, string? version, Deadline deadline)
    {
        try
        {
            version = await _states.WriteAsync(announced, version, deadline.Acting);
            process.NoteRecorded(Proof(report));
            return version;
        }
        catch (ObjectStoreException exception)
        {
            report.Outcome.Problems.Add($"nothing can be removed, since the state cannot be written: {exception.Message}");
            return null;
        }
    }

    /// <summary>What has been done is done: where another run has written meanwhile, it sees the target group as it is.</summary>
    private async Task<RunReport> SaveAsync(RunReport report, SyncState state, string version, Deadline deadline)
    {
        try
        {
            await _states.WriteAsync(state, version, deadline.Saving);
            return report with { State = state };
        }
        catch (ObjectConflictException exception)
        {
            report.Outcome.Notes.Add($"the result was not written: {exception.Message}");
        }
        catch (ObjectStoreException exception)
        {
            report.Outcome.Problems.Add($"the result was not written: {exception.Message}");
        }
        return report;
    }
}
