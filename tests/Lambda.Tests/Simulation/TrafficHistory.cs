namespace Orchestrator.Lambda.Tests.Simulation;

/// <summary>
/// A history as a load balancer may have it: nodes that leave the DNS serve on for a quarter of an hour, for as long as something was in the function's way, and for
/// four minutes for each node by which the load balancer shrinks. The traffic needs no more nodes than there are, less those that may go while the DNS lies.
/// </summary>
internal sealed record TrafficHistory(int Seed, int Nodes, int HealthySteps, IReadOnlyList<TrafficEvent> Events)
{
    /// <summary>The steps of a minute.</summary>
    internal const int Minute = 2;

    /// <summary>Something happens until then; the rest of the time it settles.</summary>
    private const int LastEvent = 35 * Minute;

    private static readonly TrafficKind[] Kinds = Enum.GetValues<TrafficKind>();

    /// <summary>The fewest nodes that a load balancer has.</summary>
    internal const int Smallest = 2;

    /// <summary>For how long nodes serve that have left the DNS.</summary>
    internal int ServeSteps => (15 * Minute) + Events.Where(each => each.Kind >= TrafficKind.DnsLies).Sum(each => each.Steps) + (4 * Minute * Changes().Where(change => change.By.Kind != TrafficKind.ReplaceEarly).Sum(change => Math.Max(0, change.Leaving - change.Coming)));

    /// <summary>How many nodes come and leave, when and by which event, and how many there are then.</summary>
    internal IEnumerable<(TrafficEvent By, int At, int Coming, int Leaving, int Nodes)> Changes()
    {
        var nodes = Nodes;
        foreach (var (happening, at) in Moves())
        {
            var (coming, leaving) = happening.Kind switch
            {
                TrafficKind.Replace => Replaced(happening.Number, nodes),
                TrafficKind.ReplaceEarly when at == happening.At => (1 + (happening.Number % Nodes), 0),
                TrafficKind.ReplaceEarly => (0, Math.Min(1 + (happening.Number % Nodes), nodes - Smallest)),
                TrafficKind.ScaleIn => (0, Math.Min(1 + (happening.Number % nodes), nodes - Smallest)),
                TrafficKind.ScaleOut => (1 + (happening.Number % 3), 0),
                _ => (0, 0),
            };
            nodes += coming - leaving;
            yield return (happening, at, coming, leaving, nodes);
        }
    }

    /// <summary>A third of all are replaced by one fewer.</summary>
    private static (int Coming, int Leaving) Replaced(int number, int nodes)
    {
        var leaving = 1 + (number % nodes);
        return (Math.Max(number / 10 % 3 == 0 ? Math.Max(1, leaving - 1) : leaving, Smallest - (nodes - leaving)), leaving);
    }

    /// <summary>What changes the nodes, in order of time.</summary>
    private IEnumerable<(TrafficEvent By, int At)> Moves() =>
        Events.Select(each => (By: each, each.At)).Concat(Events.Where(each => each.Kind == TrafficKind.ReplaceEarly).Select(each => (By: each, At: each.At + each.Steps))).OrderBy(move => move.At);

    /// <summary>For how many steps the DNS left something out, each time. Between two of them a run got an honest answer, or they are one.</summary>
    internal IEnumerable<int> Lies()
    {
        var lies = new List<(int From, int Until)>();
        foreach (var lie in Events.Where(each => each.Kind is TrafficKind.DnsFlaps or TrafficKind.DnsLies))
        {
            var until = lie.At + lie.Steps;
            if (lies.Count > 0 && !IsHonestBetween(lies[^1].Until, lie.At))
            {
                lies[^1] = (lies[^1].From, Math.Max(lies[^1].Until, until));
            }
            else
            {
                lies.Add((lie.At, until));
            }
        }
        return lies.Select(lie => lie.Until - lie.From);
    }

    private bool IsHonestBetween(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from)).Any(step =>
        step % Minute == 0 && !Events.Any(each => each.Kind is TrafficKind.DnsIsIncomplete or TrafficKind.DnsFails && each.At <= step && step < each.At + each.Steps));

    /// <summary>The history of a seed; the same each time.</summary>
    internal static TrafficHistory Of(int seed)
    {
        var random = new Random(seed);
        var events = new List<TrafficEvent>();
        var count = random.Next(1, 8);
        for (var index = 0; index < count; index++)
        {
            // Half of what happens is what the function is there for.
            var kind = random.Next(2) == 0 ? Kinds[random.Next((int)TrafficKind.DnsFlaps)] : Kinds[random.Next(Kinds.Length)];
            events.Add(new TrafficEvent(random.Next(Minute, LastEvent), kind, Steps(kind, random), random.Next(1000)));
        }
        return new TrafficHistory(seed, random.Next(2, 10), random.Next(1 * Minute, (6 * Minute) + 1), [.. events.OrderBy(each => each.At)]);
    }

    /// <summary>The same without one of its events, for each of them.</summary>
    internal IEnumerable<TrafficHistory> Shorter() => Events.Select((_, index) => this with { Events = [.. Events.Where((_, other) => other != index)] });

    public override string ToString() => $"seed {Seed}: {Nodes} nodes, healthy after {HealthySteps} steps; {string.Join("; ", Events)}";

    private static int Steps(TrafficKind kind, Random random) => kind switch
    {
        TrafficKind.DnsFlaps => random.Next(1, 5),
        TrafficKind.DnsLies => random.Next(1, (10 * Minute) + 1),
        TrafficKind.LeftNodeFlaps or TrafficKind.NodeFlaps => random.Next(1, 5),
        // Within the window of the limits, with a margin for what is in the way of the function.
        TrafficKind.ReplaceEarly => random.Next(1, (12 * Minute) + 1),
        _ => random.Next(1, 10 * Minute),
    };
}
