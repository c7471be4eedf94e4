using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of actions that authenticate users.</summary>
internal static partial class AuthenticationRules
{
    private const int MostParameters = 10;
    private const int LongestSession = 604_800;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LSN069", "Users are authenticated, and tokens looked at, on HTTPS listeners only.", "CreateListener and CreateRule reject it.", "elbv2 Action, authenticate-cognito and authenticate-oidc; Application Load Balancers guide, verify JWTs")
            .ForAll(CheckProtocol),
        Rule.Error("LSN070", "An OpenID Connect provider's endpoints are https:// URLs; a session lasts 1 to 604,800 seconds, there are at most 10 extra parameters, and a request without a session is denied, allowed or authenticated.", "CreateListener and CreateRule reject it.", "elbv2 AuthenticateOidcActionConfig, AuthenticateCognitoActionConfig")
            .ForAll(CheckSettings)
            .Bounding((ApplicationListenerProps listener) => listener.DefaultAction.AuthenticateCognito?.SessionTimeoutSeconds, new NumberBetween(1, LongestSession, "seconds"))
            .Bounding((ApplicationListenerProps listener) => listener.DefaultAction.AuthenticateOidc?.SessionTimeoutSeconds, new NumberBetween(1, LongestSession, "seconds"))
            .Bounding((ApplicationListenerRuleProps rule) => rule.Action.AuthenticateCognito?.SessionTimeoutSeconds, new NumberBetween(1, LongestSession, "seconds"))
            .Bounding((ApplicationListenerRuleProps rule) => rule.Action.AuthenticateOidc?.SessionTimeoutSeconds, new NumberBetween(1, LongestSession, "seconds")),
        Rule.Error("LSN192", "A client secret is named by exactly one of a Secrets Manager secret and a Terraform variable.", "The secret itself would stand in the configuration, and in everything that keeps it.", "Terraform, sensitive data")
            .ForAll(CheckSecret),
    ];

    private static void CheckProtocol(Model model, Report report)
    {
        foreach (var placed in PlacedAction.In(model).Where(placed => placed.Protocol?.Is(ApplicationProtocol.Http) == true))
        {
            foreach (var (property, value) in new (string, object?)[] { ("authenticateCognito", placed.Action.AuthenticateCognito), ("authenticateOidc", placed.Action.AuthenticateOidc), ("jwtValidation", placed.Action.JwtValidation) })
            {
                if (value is not null)
                {
                    report.At(placed.Place).Add($"{placed.Property}.{property}", "needs an HTTPS listener", "HTTP", "HTTPS", "authenticate on an HTTPS listener, and redirect to it from this one");
                }
            }
        }
    }

    private static void CheckSettings(Model model, Report report)
    {
        foreach (var placed in PlacedAction.In(model))
        {
            var at = report.At(placed.Place);
            if (placed.Action.AuthenticateCognito is { } cognito)
            {
                CheckSession($"{placed.Property}.authenticateCognito", cognito.SessionTimeoutSeconds, cognito.ExtraParameters.Count, at);
            }
            if (placed.Action.AuthenticateOidc is { } oidc)
            {
                var path = $"{placed.Property}.authenticateOidc";
                CheckUrl($"{path}.issuer", oidc.Issuer, at);
                CheckUrl($"{path}.authorizationEndpoint", oidc.AuthorizationEndpoint, at);
                CheckUrl($"{path}.tokenEndpoint", oidc.TokenEndpoint, at);
                CheckUrl($"{path}.userInfoEndpoint", oidc.UserInfoEndpoint, at);
                CheckSession(path, oidc.SessionTimeoutSeconds, oidc.ExtraParameters.Count, at);
            }
        }
    }

    private static void CheckUrl(string property, Value<string> url, Report report)
    {
        if (url.TryGetLiteral(out var text) && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
        {
            report.Add(property, "is not an https:// URL", Quoted.Of(text), "a whole URL that begins with https://", "copy it from the provider's openid-configuration document");
        }
    }

    private static void CheckSession(string path, Value<int>? timeout, int parameters, Report report)
    {
        if (timeout.IsLiteral(out var seconds) && seconds is < 1 or > LongestSession)
        {
            report.Add($"{path}.sessionTimeoutSeconds", "is out of range", $"{seconds}", $"1 to {LongestSession} seconds", "use a duration that is allowed");
        }
        if (parameters > MostParameters)
        {
            report.Add($"{path}.extraParameters", "are too many", $"{parameters}", $"at most {MostParameters}", "leave out what the provider does not need");
        }
    }

    private static void CheckSecret(Model model, Report report)
    {
        foreach (var placed in PlacedAction.In(model))
        {
            if (placed.Action.AuthenticateOidc?.ClientSecret is not { } secret)
            {
                continue;
            }
            var (at, path) = (report.At(placed.Place), $"{placed.Property}.authenticateOidc.clientSecret");
            if (secret.SecretId is null == secret.Variable is null)
            {
                at.Add(path, secret.Variable is null ? "names no secret" : "names two secrets", secret.Variable is null ? null : "secretId and variable", "exactly one of secretId and variable", secret.Variable is null ? "add one" : "keep one");
            }
            if (secret is { JsonKey: not null, SecretId: null })
            {
                at.Add($"{path}.jsonKey", "is for a Secrets Manager secret only", Quoted.Of(secret.JsonKey), "nothing beside variable", "remove it");
            }
            if (secret.Variable is { } variable && !VariableName().IsMatch(variable))
            {
                at.Add($"{path}.variable", "is not legal as a variable's name", Quoted.Of(variable), "a letter, then letters, digits and underscores", "choose such a name");
            }
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName();
}
