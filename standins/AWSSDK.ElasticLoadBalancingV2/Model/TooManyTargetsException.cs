using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The group holds as many targets as it may.</summary>
public class TooManyTargetsException : AmazonElasticLoadBalancingV2Exception
{
    /// <summary>Makes the exception from its message.</summary>
    public TooManyTargetsException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public TooManyTargetsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
