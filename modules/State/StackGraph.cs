namespace Orchestrator.Modules.State;

/// <summary>Which stack needs which other one, and so in what order they are planned and applied.</summary>
public static class StackGraph
{
    /// <summary>The stacks in an order in which each comes after those that it needs; otherwise as they were given.</summary>
    /// <param name="stacks">The stacks' names.</param>
    /// <param name="needs">What a stack needs.</param>
    /// <param name="cycle">Where there is no such order, stacks of which each needs the next, the first of them again at the end; else empty.</param>
    public static IReadOnlyList<string> InOrder(IEnumerable<string> stacks, Func<string, IEnumerable<string>> needs, out IReadOnlyList<string> cycle)
    {
        var (order, way) = (new List<string>(), new List<string>());
        List<string> found = [];
        foreach (var stack in stacks)
        {
            Visit(stack);
        }
        cycle = found;
        return order;

        void Visit(string stack)
        {
            if (found.Count > 0 || order.Contains(stack))
            {
                return;
            }
            if (way.IndexOf(stack) is var start and >= 0)
            {
                found.AddRange([.. way[start..], stack]);
                return;
            }
            way.Add(stack);
            foreach (var needed in needs(stack))
            {
                Visit(needed);
            }
            way.RemoveAt(way.Count - 1);
            order.Add(stack);
        }
    }
}
