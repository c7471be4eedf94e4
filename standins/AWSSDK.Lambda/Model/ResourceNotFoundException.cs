using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>There is no such function.</summary>
public class ResourceNotFoundException : AmazonLambdaException
{
    /// <summary>Makes the exception from its message.</summary>
    public ResourceNotFoundException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public ResourceNotFoundException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
