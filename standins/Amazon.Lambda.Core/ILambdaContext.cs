namespace Amazon.Lambda.Core;

/// <summary>What is known of the invocation that a handler runs for.</summary>
public interface ILambdaContext
{
    /// <summary>The id of the request; the same for its retries.</summary>
    string AwsRequestId { get; }

    /// <summary>The application that invoked the function; null unless it used the mobile SDK.</summary>
    IClientContext? ClientContext { get; }

    /// <summary>The function's name.</summary>
    string FunctionName { get; }

    /// <summary>The version that runs.</summary>
    string FunctionVersion { get; }

    /// <summary>The Cognito identity that invoked the function; null unless there is one.</summary>
    ICognitoIdentity? Identity { get; }

    /// <summary>The ARN that the caller used.</summary>
    string InvokedFunctionArn { get; }

    /// <summary>Writes to the function's log.</summary>
    ILambdaLogger Logger { get; }

    /// <summary>The name of the log group.</summary>
    string LogGroupName { get; }

    /// <summary>The name of the log stream.</summary>
    string LogStreamName { get; }

    /// <summary>The memory that the function may use, in megabytes.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>The time until the invocation is ended.</summary>
    TimeSpan RemainingTime { get; }
}
