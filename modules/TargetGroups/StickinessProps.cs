using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>Keeps a client with one target.</summary>
public sealed record StickinessProps
{
    /// <summary>By what a client is recognised.</summary>
    [Enforces("TG056")]
    public required Value<StickinessType> Type { get; init; }

    /// <summary>Whether it is on. It is unless set.</summary>
    public Value<bool> Enabled { get; init; } = true;

    /// <summary>For a cookie: seconds that it is good for, 1 to 604,800 (7 days). 86,400 (a day) unless set.</summary>
    public Value<int>? CookieDurationSeconds { get; init; }

    /// <summary>For <c>app_cookie</c>: the cookie that the targets set. Names that begin with AWSALB are the load balancer's own.</summary>
    public Value<string>? CookieName { get; init; }
}
