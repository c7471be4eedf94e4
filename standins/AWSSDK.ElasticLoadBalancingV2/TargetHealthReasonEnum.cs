using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>Why a target is in its state.</summary>
public class TargetHealthReasonEnum : ConstantClass
{
    /// <summary>The target is not in the group.</summary>
    public static readonly TargetHealthReasonEnum TargetNotRegistered = new("Target.NotRegistered");

    /// <summary>A value that has no constant here.</summary>
    public TargetHealthReasonEnum(string value) : base(value)
    {
    }

    /// <summary>The constant of a value.</summary>
    public static TargetHealthReasonEnum FindValue(string value) => FindValue<TargetHealthReasonEnum>(value);

    /// <summary>The constant of a value.</summary>
    public static implicit operator TargetHealthReasonEnum(string value) => FindValue(value);
}
