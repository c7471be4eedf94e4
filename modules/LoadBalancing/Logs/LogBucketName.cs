using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Names of log buckets.</summary>
internal static class LogBucketName
{
    /// <summary>What S3 takes as a bucket's name (Amazon S3, bucket naming rules).</summary>
    internal static readonly TextMatching Constraint = new("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", 63, "3 to 63 lower-case letters, digits, hyphens and dots, a letter or digit at either end");

    /// <summary>The provider appends 26 characters to a prefix.</summary>
    private const int LongestPrefix = 37;

    /// <summary>The prefix of a generated name.</summary>
    internal static string PrefixOf(string name)
    {
        var lower = name.ToLowerInvariant();
        return $"{(lower.Length < LongestPrefix ? lower : lower[..(LongestPrefix - 1)]).TrimEnd('-')}-";
    }
}
