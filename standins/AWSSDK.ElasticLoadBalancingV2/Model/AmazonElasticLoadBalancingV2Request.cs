using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>A request to the service.</summary>
public abstract class AmazonElasticLoadBalancingV2Request : AmazonWebServiceRequest;
