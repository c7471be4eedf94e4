using System.Collections.Immutable;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Lets only users pass that an Amazon Cognito user pool knows.</summary>
public sealed record AuthenticateCognitoProps
{
    /// <summary>The user pool's ARN.</summary>
    public required Value<string> UserPoolArn { get; init; }

    /// <summary>The id of the pool's client.</summary>
    public required Value<string> UserPoolClientId { get; init; }

    /// <summary>The pool's domain: its prefix, or a domain of its own.</summary>
    public required Value<string> UserPoolDomain { get; init; }

    /// <summary>What happens to a request without a session. The user is sent to log in unless set.</summary>
    [Enforces("LSN070")]
    public Value<UnauthenticatedRequest>? OnUnauthenticatedRequest { get; init; }

    /// <summary>The claims that are asked for. <c>openid</c> unless set.</summary>
    public Value<string>? Scope { get; init; }

    /// <summary>The session cookie's name. <c>AWSELBAuthSessionCookie</c> unless set.</summary>
    public Value<string>? SessionCookieName { get; init; }

    /// <summary>Seconds that a session lasts at the most, 1 to 604,800. 604,800 (7 days) unless set.</summary>
    public Value<int>? SessionTimeoutSeconds { get; init; }

    /// <summary>Query parameters for the log-in page, at most ten. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> ExtraParameters { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;
}
