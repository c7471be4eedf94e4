using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Manifest;

/// <summary>Credentials that one can tell by their form: those that their issuers gave a prefix, so that scanners find them.</summary>
internal static partial class SecretPatterns
{
    private static readonly (Regex Pattern, string Kind)[] All =
    [
        (AwsAccessKey(), "an AWS access key"),
        (PrivateKey(), "a private key"),
        (GitHubToken(), "a GitHub token"),
        (GitLabToken(), "a GitLab token"),
        (SlackToken(), "a Slack token"),
        (StripeKey(), "a Stripe key"),
        (GoogleKey(), "a Google API key"),
    ];

    /// <summary>What kind of credential a text holds, or null.</summary>
    internal static string? KindOf(string text) => Array.Find(All, candidate => candidate.Pattern.IsMatch(text)).Kind;

    /// <summary>The text with every credential replaced.</summary>
    internal static string Replace(string text, string replacement) => All.Aggregate(text, (current, candidate) => candidate.Pattern.Replace(current, replacement));

    [GeneratedRegex("(?<![A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AwsAccessKey();

    /// <summary>With what follows the header, however its lines are written in a message.</summary>
    [GeneratedRegex("-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----[^\"]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrivateKey();

    [GeneratedRegex("(?<![A-Za-z0-9])(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GitHubToken();

    [GeneratedRegex("(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GitLabToken();

    [GeneratedRegex("(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SlackToken();

    [GeneratedRegex("(?<![A-Za-z0-9])[rs]k_live_[A-Za-z0-9]{16,}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StripeKey();

    [GeneratedRegex("(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GoogleKey();
}
