using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The target is in as many groups as it may be.</summary>
public class TooManyRegistrationsForTargetIdException : AmazonElasticLoadBalancingV2Exception
{
    /// <summary>Makes the exception from its message.</summary>
    public TooManyRegistrationsForTargetIdException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public TooManyRegistrationsForTargetIdException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
