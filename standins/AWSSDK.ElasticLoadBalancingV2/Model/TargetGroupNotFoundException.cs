using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>There is no such target group.</summary>
public class TargetGroupNotFoundException : AmazonElasticLoadBalancingV2Exception
{
    /// <summary>Makes the exception from its message.</summary>
    public TargetGroupNotFoundException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public TargetGroupNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
