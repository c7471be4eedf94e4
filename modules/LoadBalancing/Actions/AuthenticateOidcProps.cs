using System.Collections.Immutable;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Lets only users pass that an OpenID Connect provider knows.</summary>
public sealed record AuthenticateOidcProps
{
    /// <summary>The provider's issuer identifier, <c>https://…</c>.</summary>
    public required Value<string> Issuer { get; init; }

    /// <summary>The provider's authorization endpoint, <c>https://…</c>.</summary>
    public required Value<string> AuthorizationEndpoint { get; init; }

    /// <summary>The provider's token endpoint, <c>https://…</c>.</summary>
    public required Value<string> TokenEndpoint { get; init; }

    /// <summary>The provider's user info endpoint, <c>https://…</c>.</summary>
    public required Value<string> UserInfoEndpoint { get; init; }

    /// <summary>The client's id with the provider.</summary>
    public required Value<string> ClientId { get; init; }

    /// <summary>Where the client's secret is. The secret itself is never in the synthesized configuration.</summary>
    [Secret]
    public required SecretReferenceProps ClientSecret { get; init; }

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
