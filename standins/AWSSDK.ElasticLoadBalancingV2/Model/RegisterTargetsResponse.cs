using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>RegisterTargets was done.</summary>
public class RegisterTargetsResponse : AmazonWebServiceResponse;
