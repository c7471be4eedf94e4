using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// The policy of a log bucket (AWS guides, "Enable access logs" of either kind of load balancer): Application Load Balancers write by a service
/// of their own, Network Load Balancers by the log delivery of CloudWatch, which looks at the bucket's ACL first.
/// </summary>
internal static class LogBucketPolicy
{
    /// <param name="bucket">The bucket's ARN.</param>
    /// <param name="accountId">The account whose load balancers may write; their logs' keys name it.</param>
    internal static PolicyDocument Of(Expression bucket, Value<string> accountId)
    {
        ValueList<string> account = [accountId];
        ValueList<string> logs = [new Expression($"{bucket.Template}/AWSLogs/{accountId}/*"), new Expression($"{bucket.Template}/*/AWSLogs/{accountId}/*")];
        var delivery = PolicyPrincipal.Service("delivery.logs.amazonaws.com");
        return new PolicyDocument()
            .Add("ApplicationLoadBalancers", new() { Actions = ["s3:PutObject"], Resources = logs }, PolicyPrincipal.Service("logdelivery.elasticloadbalancing.amazonaws.com"))
            .Add("NetworkLoadBalancers", new() { Actions = ["s3:PutObject"], Resources = logs, Conditions = When("StringEquals", ("aws:SourceAccount", account), ("s3:x-amz-acl", ["bucket-owner-full-control"])) }, delivery)
            .Add("NetworkLoadBalancersLook", new() { Actions = ["s3:GetBucketAcl"], Resources = [bucket], Conditions = When("StringEquals", ("aws:SourceAccount", account)) }, delivery)
            .Add("TlsOnly", new() { Effect = PolicyEffect.Deny, Actions = ["s3:*"], Resources = [bucket, new Expression($"{bucket.Template}/*")], Conditions = When("Bool", ("aws:SecureTransport", ["false"])) }, PolicyPrincipal.Everybody);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, ValueList<string>>> When(string test, params ReadOnlySpan<(string Key, ValueList<string> Values)> conditions)
    {
        var tests = new Dictionary<string, ValueList<string>>();
        foreach (var (key, values) in conditions)
        {
            tests[key] = values;
        }
        return new() { [test] = tests };
    }
}
