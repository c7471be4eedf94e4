using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>How few healthy targets make a whole target group count as unhealthy, and what happens then.</summary>
public sealed record TargetGroupHealthProps
{
    /// <summary>Below it, the zone's addresses leave DNS. One healthy target unless set.</summary>
    public HealthThresholdProps DnsFailover { get; init; } = new();

    /// <summary>Below it, requests go to every target, unhealthy ones too. One healthy target unless set.</summary>
    public HealthThresholdProps UnhealthyStateRouting { get; init; } = new();
}

/// <summary>A lowest number and a lowest share of healthy targets; whichever is missed first counts.</summary>
public sealed record HealthThresholdProps
{
    /// <summary>The lowest number, 1 or more; for DNS failover also <c>off</c>. 1 unless set.</summary>
    public Value<string> MinimumHealthyTargetsCount { get; init; } = "1";

    /// <summary>The lowest share in percent, 1 to 100, or <c>off</c>. <c>off</c> unless set.</summary>
    public Value<string> MinimumHealthyTargetsPercentage { get; init; } = "off";
}
