using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>The state of a target.</summary>
public class TargetHealthStateEnum : ConstantClass
{
    /// <summary>It is being taken out of the group.</summary>
    public static readonly TargetHealthStateEnum Draining = new("draining");

    /// <summary>It passes its health checks.</summary>
    public static readonly TargetHealthStateEnum Healthy = new("healthy");

    /// <summary>It is being registered, or its first health checks are running.</summary>
    public static readonly TargetHealthStateEnum Initial = new("initial");

    /// <summary>Its health is not known.</summary>
    public static readonly TargetHealthStateEnum Unavailable = new("unavailable");

    /// <summary>It fails its health checks.</summary>
    public static readonly TargetHealthStateEnum Unhealthy = new("unhealthy");

    /// <summary>It fails its health checks, and its connections are being ended.</summary>
    public static readonly TargetHealthStateEnum UnhealthyDraining = new("unhealthy.draining");

    /// <summary>The group is in no load balancer, or the target in no zone of it.</summary>
    public static readonly TargetHealthStateEnum Unused = new("unused");

    /// <summary>A value that has no constant here.</summary>
    public TargetHealthStateEnum(string value) : base(value)
    {
    }

    /// <summary>The constant of a value.</summary>
    public static TargetHealthStateEnum FindValue(string value) => FindValue<TargetHealthStateEnum>(value);

    /// <summary>The constant of a value.</summary>
    public static implicit operator TargetHealthStateEnum(string value) => FindValue(value);
}
