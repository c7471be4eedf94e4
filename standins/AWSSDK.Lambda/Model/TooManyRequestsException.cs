using System.Net;
using Amazon.Runtime;

namespace Amazon.Lambda.Model;

/// <summary>The function runs as often at once as it may, or is invoked too often.</summary>
public class TooManyRequestsException : AmazonLambdaException
{
    /// <summary>Makes the exception from its message.</summary>
    public TooManyRequestsException(string message) : base(message)
    {
    }

    /// <summary>Makes the exception from what the service answered.</summary>
    public TooManyRequestsException(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
        : base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }
}
