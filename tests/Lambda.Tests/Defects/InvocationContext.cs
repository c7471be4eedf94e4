using Amazon.Lambda.Core;

namespace Orchestrator.Lambda.Tests.Defects;

/// <summary>An invocation with a minute to go.</summary>
internal sealed class InvocationContext : ILambdaContext
{
    public string AwsRequestId => "request";

    public IClientContext ClientContext => null!;

    public string FunctionName => "sync";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn:aws:lambda:eu-west-1:123456789012:function:sync";

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "";

    public string LogStreamName => "";

    public int MemoryLimitInMB => 128;

    public TimeSpan RemainingTime => TimeSpan.FromMinutes(1);
}
