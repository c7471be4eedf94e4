using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>The service refused a request, or failed.</summary>
public class AmazonLambdaException : AmazonServiceException
{
    /// <summary>Makes the exception from its message.</summary>
    public AmazonLambdaException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public AmazonLambdaException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
