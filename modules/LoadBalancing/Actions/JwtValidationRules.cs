using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of actions that look at tokens.</summary>
internal static class JwtValidationRules
{
    private const int Most = 10;
    private const int Longest = 256;
    private static readonly string[] LookedAt = ["exp", "iss", "nbf", "iat"];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LSN339", "A token's keys are at an https:// URL and its issuer has a name, of at most 256 characters each; it has at most 10 further claims, not exp, iss, nbf and iat, with 1 to 10 values of at most 256 characters, one for single-string and none with a space for space-separated-values.", "CreateListener and CreateRule reject it.", "elbv2 JwtValidationActionConfig, JwtValidationActionAdditionalClaim")
            .ForAll(CheckTokens),
    ];

    private static void CheckTokens(Model model, Report report)
    {
        foreach (var placed in PlacedAction.In(model))
        {
            if (placed.Action.JwtValidation is { } validation)
            {
                Check($"{placed.Property}.jwtValidation", validation, report.At(placed.Place));
            }
        }
    }

    private static void Check(string path, JwtValidationProps validation, Report report)
    {
        if (validation.JwksEndpoint.TryGetLiteral(out var endpoint) && !(endpoint.Length <= Longest && Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
        {
            report.Add($"{path}.jwksEndpoint", "is not legal", Quoted.Of(endpoint), $"a whole URL of at most {Longest} characters that begins with https://", "copy jwks_uri from the provider's openid-configuration document");
        }
        if (validation.Issuer.TryGetLiteral(out var issuer) && issuer.Length is 0 or > Longest)
        {
            report.Add($"{path}.issuer", "is not legal", Quoted.Of(issuer), $"1 to {Longest} characters", "copy issuer from the provider's openid-configuration document");
        }
        if (validation.Claims.Count > Most)
        {
            report.Add($"{path}.claims", "are too many", $"{validation.Claims.Count}", $"at most {Most}", "leave the others to the targets");
        }
        foreach (var (name, claim) in validation.Claims)
        {
            CheckClaim($"{path}.claims.{name}", name, claim, report);
        }
    }

    private static void CheckClaim(string path, string name, JwtClaimProps claim, Report report)
    {
        if (LookedAt.Contains(name))
        {
            report.Add(path, "is looked at anyway", name, "a claim other than exp, iss, nbf and iat", "remove it");
        }
        var isSingle = claim.Format.Is(JwtClaimFormat.SingleString);
        if (claim.Values.Expression is null && (claim.Values.Count is 0 or > Most || (isSingle && claim.Values.Count != 1)))
        {
            report.Add($"{path}.values", "have the wrong number", $"{claim.Values.Count} with {claim.Format}", isSingle ? "one" : $"1 to {Most}", isSingle && claim.Values.Count > 1 ? "set format to what the token has, or keep one" : "give as many as are allowed");
        }
        for (var index = 0; index < claim.Values.Count; index++)
        {
            if (claim.Values[index].TryGetLiteral(out var text) && (text.Length is 0 or > Longest || (claim.Format.Is(JwtClaimFormat.SpaceSeparatedValues) && text.Contains(' '))))
            {
                report.Add($"{path}.values[{index}]", "is not legal", Quoted.Of(text), $"1 to {Longest} characters{(claim.Format.Is(JwtClaimFormat.SpaceSeparatedValues) ? " without a space" : "")}", "use a value that is allowed");
            }
        }
    }
}
