namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>Asks for the targets of a group and their health.</summary>
public class DescribeTargetHealthRequest : AmazonElasticLoadBalancingV2Request
{
    /// <summary>The ARN of the target group.</summary>
    public string? TargetGroupArn { get; set; }

    /// <summary>The targets asked for; all where it is null.</summary>
    public List<TargetDescription>? Targets { get; set; }
}
