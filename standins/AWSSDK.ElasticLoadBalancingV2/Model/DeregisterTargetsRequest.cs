namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>Takes targets out of a group.</summary>
public class DeregisterTargetsRequest : AmazonElasticLoadBalancingV2Request
{
    /// <summary>The ARN of the target group.</summary>
    public string? TargetGroupArn { get; set; }

    /// <summary>The targets.</summary>
    public List<TargetDescription>? Targets { get; set; }
}
