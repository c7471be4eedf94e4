using System.Text.Json.Serialization;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>How an Application Load Balancer chooses a target.</summary>
public enum LoadBalancingAlgorithm
{
    /// <summary>Each in turn.</summary>
    [JsonStringEnumMemberName("round_robin")]
    RoundRobin,

    /// <summary>The one with the fewest requests in progress.</summary>
    [JsonStringEnumMemberName("least_outstanding_requests")]
    LeastOutstandingRequests,

    /// <summary>At random, with anomaly mitigation if that is on.</summary>
    [JsonStringEnumMemberName("weighted_random")]
    WeightedRandom,
}
