using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Act;

/// <summary>Carries a plan out: registers, and removes only where all of that succeeded.</summary>
internal sealed class Actuator(ITargetGroup group, Deadline deadline)
{
    private readonly Outcome _outcome = new();

    /// <summary>Carries the plan out as far as it goes. What is left is the next run's.</summary>
    internal async Task<Outcome> RunAsync(Plan plan)
    {
        var removals = new Queue<Target>(plan.Deregister);
        var room = new Queue<Target>(plan.Removals.Room);
        foreach (var batch in plan.Register.Chunk(ITargetGroup.LargestBatch))
        {
            if (!await RegisterAsync(batch, removals, room))
            {
                break;
            }
        }
        if (_outcome.Problems.Count > 0)
        {
            if (removals.Count > 0)
            {
                _outcome.Notes.Add($"{removals.Count} removals wait, since not everything could be registered");
            }
            return _outcome;
        }
        foreach (var batch in removals.Chunk(ITargetGroup.LargestBatch))
        {
            if (!HasTime($"{batch.Length} removals") || !await DeregisterAsync(batch))
            {
                break;
            }
        }
        return _outcome;
    }

    private async Task<bool> DeregisterAsync(Target[] batch)
    {
        try
        {
            await group.DeregisterAsync(batch, deadline.Acting);
            _outcome.Deregistered.AddRange(batch);
            return true;
        }
        catch (TargetGroupException exception)
        {
            if (exception.Error != TargetGroupError.Refused)
            {
                _outcome.Unanswered.AddRange(batch);
            }
            _outcome.Problems.Add(exception.Message);
            return false;
        }
    }

    /// <summary>Registers a batch; one target that the group refuses does not keep the others out.</summary>
    /// <returns>Whether to go on with the next batch.</returns>
    private async Task<bool> RegisterAsync(Target[] batch, Queue<Target> removals, Queue<Target> room)
    {
        if (!HasTime($"{batch.Length} registrations"))
        {
            return false;
        }
        try
        {
            await group.RegisterAsync(batch, deadline.Acting);
            _outcome.Registered.AddRange(batch);
            return true;
        }
        catch (TargetGroupException exception) when (exception.Error == TargetGroupError.InvalidTarget)
        {
            if (batch.Length == 1)
            {
                _outcome.Problems.Add($"{batch[0]}: {exception.Message}");
                return true;
            }
            var half = batch.Length / 2;
            return await RegisterAsync(batch[..half], removals, room) && await RegisterAsync(batch[half..], removals, room);
        }
        catch (TargetGroupException exception) when (exception.Error == TargetGroupError.Full)
        {
            return await FillAsync(batch, removals, room, exception.Message);
        }
        catch (TargetGroupException exception)
        {
            _outcome.Problems.Add(exception.Message);
            return false;
        }
    }

    /// <summary>In a full group each registration needs the place of a removal that is due, or of one that may make room.</summary>
    private async Task<bool> FillAsync(Target[] batch, Queue<Target> removals, Queue<Target> room, string message)
    {
        if (batch.Length > 1)
        {
            foreach (var target in batch)
            {
                if (!await RegisterAsync([target], removals, room))
                {
                    return false;
                }
            }
            return true;
        }
        if (_outcome.Problems.Count > 0 || (!removals.TryDequeue(out var leaving) && !room.TryDequeue(out leaving)) || !HasTime($"the replacement of {leaving}"))
        {
            _outcome.Problems.Add(message);
            return false;
        }
        if (!await DeregisterAsync([leaving]) || !await TryAsync(() => group.RegisterAsync(batch, deadline.Acting)))
        {
            return false;
        }
        _outcome.Registered.Add(batch[0]);
        _outcome.Notes.Add($"the target group is full: {batch[0]} took the place of {leaving}");
        return true;
    }

    private bool HasTime(string work)
    {
        if (!deadline.AllowsChange)
        {
            _outcome.Problems.Add($"no time is left to save what would be changed: {work} wait for the next run");
        }
        return deadline.AllowsChange;
    }

    private async Task<bool> TryAsync(Func<Task> change)
    {
        try
        {
            await change();
            return true;
        }
        catch (TargetGroupException exception)
        {
            _outcome.Problems.Add(exception.Message);
            return false;
        }
    }
}
