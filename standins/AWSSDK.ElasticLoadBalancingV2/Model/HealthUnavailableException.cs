using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The health of the targets could not be had, for a fault inside the service.</summary>
public class HealthUnavailableException : AmazonElasticLoadBalancingV2Exception
{
    /// <summary>Makes the exception from its message.</summary>
    public HealthUnavailableException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public HealthUnavailableException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
