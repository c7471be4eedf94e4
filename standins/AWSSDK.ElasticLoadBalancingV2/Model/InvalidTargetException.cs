using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>A target does not exist, is outside the group's networks, or needs an Availability Zone.</summary>
public class InvalidTargetException : AmazonElasticLoadBalancingV2Exception
{
    /// <summary>Makes the exception from its message.</summary>
    public InvalidTargetException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public InvalidTargetException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
