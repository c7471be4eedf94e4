using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Names of log buckets.</summary>
internal static class LogBucketName
{
    /// <summary>What S3 takes as a bucket's name (Amazon S3, bucket naming rules).</summary>
    internal static readonly TextMatching Constraint = new("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", 63, "3 to 63 lower-case letters, digits, hyphens and dots, a letter or digit at either end");
}
