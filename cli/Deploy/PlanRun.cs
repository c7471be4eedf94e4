namespace Orchestrator.Cli.Deploy;

/// <summary>Plans stacks, those at once that do not need each other.</summary>
/// <param name="planner">What plans one.</param>
/// <param name="began">Is told of each stack that is begun.</param>
internal sealed class PlanRun(StackPlanner planner, Action<string> began)
{
    /// <summary>Plans stacks.</summary>
    /// <param name="stacks">The stacks, each after those that it needs.</param>
    /// <returns>What came of each, in the same order.</returns>
    internal IReadOnlyList<StackPlan> Plan(IReadOnlyList<SynthesizedStack> stacks)
    {
        using var room = new SemaphoreSlim(Environment.ProcessorCount);
        var tasks = new Dictionary<string, Task<StackPlan>>();
        foreach (var stack in stacks)
        {
            var needed = stack.Needs.Where(tasks.ContainsKey).Select(name => tasks[name]).ToList();
            tasks[stack.Name] = PlanAsync(stack, needed, room);
        }
        return Task.WhenAll(tasks.Values).GetAwaiter().GetResult();
    }

    private async Task<StackPlan> PlanAsync(SynthesizedStack stack, List<Task<StackPlan>> needed, SemaphoreSlim room)
    {
        var plans = await Task.WhenAll(needed);
        await room.WaitAsync();
        try
        {
            began(stack.Name);
            return await Task.Run(() => planner.Plan(stack, plans));
        }
        finally
        {
            room.Release();
        }
    }
}
