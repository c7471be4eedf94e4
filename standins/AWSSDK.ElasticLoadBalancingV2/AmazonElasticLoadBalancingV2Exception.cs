using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>The service refused a request, or failed.</summary>
public class AmazonElasticLoadBalancingV2Exception : AmazonServiceException
{
    /// <summary>Makes the exception from its message.</summary>
    public AmazonElasticLoadBalancingV2Exception(string message) : base(message)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public AmazonElasticLoadBalancingV2Exception(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
