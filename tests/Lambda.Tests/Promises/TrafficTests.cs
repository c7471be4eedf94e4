using System.Collections.Concurrent;
using System.Globalization;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Promises;

/// <summary>
/// The promise itself, over random histories: at no time is less of the traffic served than would be had the function done nothing for the last 15 minutes,
/// nor than with the article's function. PROPERTY_FACTOR multiplies the histories, PROPERTY_SEED says which is the first.
/// </summary>
public sealed class TrafficTests
{
    private const int Histories = 10_000;

    [Fact]
    public void No_history_loses_traffic_that_doing_nothing_or_the_article_would_serve()
    {
        var first = Environment.GetEnvironmentVariable("PROPERTY_SEED") is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : 1;
        var problems = new ConcurrentBag<TrafficHistory>();
        Parallel.For(first, first + (Histories * Properties.Factor), (seed, loop) =>
        {
            var history = TrafficHistory.Of(seed);
            if (TrafficPlay.Problem(history) is not null)
            {
                problems.Add(history);
                loop.Break();
            }
        });

        Assert.True(problems.IsEmpty, problems.IsEmpty ? "" : TrafficPlay.Problem(Shrink(problems.MinBy(history => history.Seed)!)));
    }

    public static TheoryData<string> Rare => [.. RareHistories.All.Keys];

    [Theory]
    [MemberData(nameof(Rare))]
    public void A_rare_history_loses_nothing_either(string history) => Assert.Null(TrafficPlay.Problem(RareHistories.All[history]));

    private static TrafficHistory Shrink(TrafficHistory history)
    {
        while (history.Shorter().FirstOrDefault(shorter => shorter.Events.Count > 0 && TrafficPlay.Problem(shorter) is not null) is { } shorter)
        {
            history = shorter;
        }
        return history;
    }
}
