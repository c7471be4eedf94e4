using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Lets only requests pass that have a JSON Web Token in their Authorization header which an issuer has signed (RS256). Their signature, exp, iss, nbf and iat are looked at; the others get 401.</summary>
public sealed record JwtValidationProps
{
    /// <summary>The issuer, at most 256 characters: what the token's <c>iss</c> says.</summary>
    public required Value<string> Issuer { get; init; }

    /// <summary>Where the issuer's public keys are, <c>https://…/jwks.json</c>, at most 256 characters. The load balancer must reach it.</summary>
    public required Value<string> JwksEndpoint { get; init; }

    /// <summary>What else the token must say, at most 10 claims by their names. Nothing unless set.</summary>
    public IReadOnlyDictionary<string, JwtClaimProps> Claims { get; init; } = ImmutableDictionary<string, JwtClaimProps>.Empty;
}

/// <summary>What a claim of a token must say.</summary>
public sealed record JwtClaimProps
{
    /// <summary>How the token has it. One text unless set.</summary>
    public Value<JwtClaimFormat> Format { get; init; } = JwtClaimFormat.SingleString;

    /// <summary>What is accepted, 1 to 10 texts of at most 256 characters.</summary>
    public required ValueList<string> Values { get; init; }
}

/// <summary>How a claim of a token has its value.</summary>
public enum JwtClaimFormat
{
    /// <summary>One text.</summary>
    [JsonStringEnumMemberName("single-string")]
    SingleString,

    /// <summary>Several words in one text, as <c>scope</c> has them.</summary>
    [JsonStringEnumMemberName("space-separated-values")]
    SpaceSeparatedValues,

    /// <summary>A list of texts.</summary>
    [JsonStringEnumMemberName("string-array")]
    StringArray,
}
