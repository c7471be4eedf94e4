namespace Orchestrator.Simulation.Aws;

/// <summary>The calls to AWS, in order, and what happens before and after them.</summary>
internal sealed class Calls
{
    /// <summary>Their names.</summary>
    internal List<string> Log { get; } = [];

    /// <summary>Runs before a call has its effect: it may throw, or do something else meanwhile.</summary>
    internal Func<string, Task>? Before { get; set; }

    /// <summary>Runs after a call had its effect, before its answer arrives.</summary>
    internal Func<string, Task>? After { get; set; }

    /// <summary>The calls that change something.</summary>
    internal IEnumerable<string> Mutating => Log.Where(call => !call.StartsWith("Get", StringComparison.Ordinal) && !call.StartsWith("List", StringComparison.Ordinal));

    internal async Task<T> MakeAsync<T>(string call, Func<T> effect)
    {
        if (Before is not null)
        {
            await Before(call);
        }
        Log.Add(call);
        var result = effect();
        if (After is not null)
        {
            await After(call);
        }
        return result;
    }
}
