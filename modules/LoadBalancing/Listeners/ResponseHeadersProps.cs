using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// Header fields that a listener sets in every response, replacing the target's. Each is left as the target sends it, unless set. At most
/// 1,024 bytes each (elbv2 ListenerAttribute). A field that is taken out stays as it was, for the provider cannot have AWS forget it; the plan review
/// tells with the command that does (PLAN37).
/// </summary>
public sealed record ResponseHeadersProps
{
    /// <summary>Strict-Transport-Security: how long browsers insist on HTTPS, <c>max-age=31536000; includeSubDomains</c>.</summary>
    public Value<string>? StrictTransportSecurity { get; init; }

    /// <summary>Content-Security-Policy: what a page may load, and from where.</summary>
    public Value<string>? ContentSecurityPolicy { get; init; }

    /// <summary>X-Content-Type-Options: <c>nosniff</c>, the only value there is.</summary>
    public Value<string>? ContentTypeOptions { get; init; }

    /// <summary>X-Frame-Options: <c>DENY</c>, <c>SAMEORIGIN</c> or <c>ALLOW-FROM https://example.com</c>.</summary>
    public Value<string>? FrameOptions { get; init; }

    /// <summary>Access-Control-Allow-Origin: the one origin that scripts may call from, or <c>*</c>.</summary>
    public Value<string>? AccessControlAllowOrigin { get; init; }

    /// <summary>Access-Control-Allow-Methods: methods, separated by commas.</summary>
    public Value<string>? AccessControlAllowMethods { get; init; }

    /// <summary>Access-Control-Allow-Headers: request header fields, separated by commas.</summary>
    public Value<string>? AccessControlAllowHeaders { get; init; }

    /// <summary>Access-Control-Allow-Credentials: <c>true</c>, the only value there is.</summary>
    public Value<string>? AccessControlAllowCredentials { get; init; }

    /// <summary>Access-Control-Expose-Headers: response header fields that scripts may read, separated by commas.</summary>
    public Value<string>? AccessControlExposeHeaders { get; init; }

    /// <summary>Access-Control-Max-Age: seconds that a browser may keep the answer to a preflight request, up to 86,400.</summary>
    public Value<string>? AccessControlMaxAge { get; init; }

    /// <summary>Whether responses name <c>awselb</c> as the server where the target names none. They do unless set.</summary>
    public Value<bool>? Server { get; init; }
}
