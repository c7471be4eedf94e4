using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>
/// How Route 53 chooses between the records with one name and type: exactly one of weight, failover, latency region, geolocation and
/// multivalue answer, and the same one in all of them.
/// </summary>
public sealed record RoutingProps
{
    /// <summary>What tells the record from the others with its name and type, 1 to 128 characters. The name that it is declared under unless set.</summary>
    public Value<string>? SetIdentifier { get; init; }

    /// <summary>Its share of the answers, 0 to 255, in proportion to the sum of all weights.</summary>
    public Value<int>? Weight { get; init; }

    /// <summary>Whether it is the primary record or the one that takes its place.</summary>
    public Value<FailoverRole>? Failover { get; init; }

    /// <summary>The AWS region that it is in, <c>eu-central-1</c>; the client gets the record with the lowest latency.</summary>
    public Value<string>? LatencyRegion { get; init; }

    /// <summary>The place of the clients that it is for.</summary>
    public GeolocationProps? Geolocation { get; init; }

    /// <summary>Whether it is one of up to eight healthy records that are given at once.</summary>
    public Value<bool> MultivalueAnswer { get; init; } = false;

    /// <summary>The policies that are set, by their keys.</summary>
    internal IReadOnlyList<string> Policies =>
        [.. new[] { ("weight", Weight is not null), ("failover", Failover is not null), ("latencyRegion", LatencyRegion is not null), ("geolocation", Geolocation is not null), ("multivalueAnswer", !MultivalueAnswer.Is(false)) }
            .Where(policy => policy.Item2)
            .Select(policy => policy.Item1)];
}
