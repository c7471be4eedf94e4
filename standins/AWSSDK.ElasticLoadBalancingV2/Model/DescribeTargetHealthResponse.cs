using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The targets of a group and their health.</summary>
public class DescribeTargetHealthResponse : AmazonWebServiceResponse
{
    /// <summary>A member for each target; null where there is none.</summary>
    public List<TargetHealthDescription>? TargetHealthDescriptions { get; set; }
}
