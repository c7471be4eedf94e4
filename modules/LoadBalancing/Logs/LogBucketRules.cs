using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of log buckets.</summary>
internal static class LogBucketRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LB184", "A log bucket's name has 3 to 63 lower-case letters, digits, hyphens and dots.", "CreateBucket rejects it.", "Amazon S3, bucket naming rules")
            .Requires((LogBucketProps bucket) => bucket.Name, LogBucketName.Constraint),
        Rule.Error("LB185", "A log bucket's account is 12 digits.", "The bucket's policy would let nobody write: ModifyLoadBalancerAttributes fails with access denied.", "Enable access logs for your Application Load Balancer")
            .Requires((LogBucketProps bucket) => bucket.AccountId, AwsAccount.Constraint, "copy the account's number from the console"),
        Rule.Error("LB186", "Logs are kept for 1 day or more.", "PutBucketLifecycleConfiguration rejects it.", "s3 LifecycleExpiration.Days")
            .Requires((LogBucketProps bucket) => bucket.ExpirationDays, new NumberAtLeast(1, "day")),
    ];
}
