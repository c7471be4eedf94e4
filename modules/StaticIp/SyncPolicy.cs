using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>What the function may do: what it does (docs/static-ip-sync.md), and nothing else.</summary>
internal static class SyncPolicy
{
    /// <summary>What the keys of its state begin with.</summary>
    private const string StatePrefix = "static-ip-sync";

    /// <summary>What stands behind the name in the keys of the Python function, whose state is taken over.</summary>
    private static readonly string[] LegacySuffixes = ["", "-active-registered-IPs", "-pending-deregisteration-IPs"];

    /// <summary>The policy.</summary>
    /// <param name="dnsName">The Application Load Balancer's DNS name, in lower case as the function has it in keys.</param>
    /// <param name="bucketArn">The bucket for the state.</param>
    /// <param name="logGroupArn">Its log group.</param>
    /// <param name="queueArn">The queue for runs that failed, which Lambda writes to in its name.</param>
    /// <param name="targets">The target groups.</param>
    internal static PolicyDocument Of(Value<string> dnsName, Value<string> bucketArn, Value<string> logGroupArn, Value<string> queueArn, SyncTargets targets) =>
        new PolicyDocument()
            .Allow("WriteLog", ["logs:CreateLogStream", "logs:PutLogEvents"], new Expression($"{logGroupArn}:*"))
            .Allow("KeepState", ["s3:GetObject", "s3:PutObject"], new Expression($"{bucketArn}/{StatePrefix}/{dnsName}/*"))
            .Allow("TakeOver", ["s3:GetObject"], LegacySuffixes.Select(suffix => (Value<string>)new Expression($"{bucketArn}/{dnsName}{suffix}/*")))
            // With a condition on the prefix S3 would answer 403 for an object that is missing: reading one names no prefix.
            .Allow("TellMissingFromForbidden", ["s3:ListBucket"], bucketArn)
            .Add("KeepTargets", new() { Actions = ["elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"], Resources = targets.Arns })
            .Allow("SeeTargets", ["elasticloadbalancing:DescribeTargetHealth"], (Value<string>)"*")
            .Allow("SendFailures", ["sqs:SendMessage"], queueArn);

    /// <summary>What it needs where its state has a key of its own.</summary>
    internal static PolicyDocument UseKey(Value<string> key) => new PolicyDocument().Allow("UseStateKey", ["kms:Decrypt", "kms:GenerateDataKey"], key);

    /// <summary>What it needs to be traced.</summary>
    internal static PolicyDocument Trace() => new PolicyDocument().Allow("Trace", ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], (Value<string>)"*");
}
