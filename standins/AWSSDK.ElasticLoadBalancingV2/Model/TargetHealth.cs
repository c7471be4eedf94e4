namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The health of a target.</summary>
public class TargetHealth
{
    /// <summary>Details; null where the target is healthy.</summary>
    public string? Description { get; set; }

    /// <summary>Why the target is in its state; null where it is healthy.</summary>
    public TargetHealthReasonEnum? Reason { get; set; }

    /// <summary>The state.</summary>
    public TargetHealthStateEnum? State { get; set; }
}
