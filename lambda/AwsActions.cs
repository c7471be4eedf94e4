namespace Orchestrator.Lambda;

/// <summary>What the function's role must allow, as IAM names it: no more, no less.</summary>
public static class AwsActions
{
    /// <summary>On the objects of the state, and to take over on those of the Python function.</summary>
    public const string GetObject = "s3:GetObject";

    /// <summary>On the objects of the state.</summary>
    public const string PutObject = "s3:PutObject";

    /// <summary>On the bucket. It is never called: without it S3 answers 403 for an object that does not exist.</summary>
    public const string ListBucket = "s3:ListBucket";

    /// <summary>AWS knows no narrower scope than all target groups.</summary>
    public const string DescribeTargetHealth = "elasticloadbalancing:DescribeTargetHealth";

    /// <summary>On the target groups.</summary>
    public const string RegisterTargets = "elasticloadbalancing:RegisterTargets";

    /// <summary>On the target groups.</summary>
    public const string DeregisterTargets = "elasticloadbalancing:DeregisterTargets";

    /// <summary>The actions of the calls that the function makes.</summary>
    public static IReadOnlyList<string> Called { get; } = [GetObject, PutObject, DescribeTargetHealth, RegisterTargets, DeregisterTargets];
}
