using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>DeregisterTargets was done.</summary>
public class DeregisterTargetsResponse : AmazonWebServiceResponse;
