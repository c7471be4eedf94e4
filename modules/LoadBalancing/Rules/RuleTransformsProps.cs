using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>How a request is rewritten before a target gets it. Which rule is for it is decided before. A request that does not match stays as it is.</summary>
public sealed record RuleTransformsProps
{
    /// <summary>Rewrites the host name. It stays as it is unless set.</summary>
    public RewriteProps? HostHeaderRewrite { get; init; }

    /// <summary>Rewrites the path and the query. They stay as they are unless set.</summary>
    public RewriteProps? UrlRewrite { get; init; }
}

/// <summary>Puts text in the place of what matches a regular expression.</summary>
public sealed record RewriteProps
{
    /// <summary>The regular expression, 1 to 1,024 characters, without lookarounds, backreferences, atomic groups and Unicode classes.</summary>
    public required Value<string> Regex { get; init; }

    /// <summary>What stands in the place of the match, at most 1,024 characters; <c>$1</c> is what its first group matched.</summary>
    public required Value<string> Replace { get; init; }
}
