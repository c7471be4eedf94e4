namespace Orchestrator.Modules.Publishing;

/// <summary>What holds of actions that authenticate users by OpenID Connect, as validations of the variable <c>listeners</c>.</summary>
internal static class OidcConditions
{
    /// <summary>The variable that holds the client secrets.</summary>
    internal const string Secrets = "oidc_client_secrets";

    private const string Name = "listeners";
    private const string Cognito = """{ "user_pool_arn": "a", "user_pool_client_id": "b", "user_pool_domain": "c" }""";

    /// <summary>Adds them.</summary>
    internal static void Add(ModuleBuilder module)
    {
        module.Require("LSN068", Name, ListenerConditions.OfEachAction("action.authenticate_cognito == null || action.authenticate_oidc == null"), Action(Oidc(), $$""", "authenticate_cognito": {{Cognito}}"""));
        module.Require("LSN069", Name, ListenerConditions.OfEachAction("action.authenticate_oidc == null || listener.protocol == \"HTTPS\""), $$"""{ "{{Name}}": { "http": { "port": 80, "protocol": "HTTP", "default_action": { "authenticate_oidc": {{Oidc()}}, "fixed_response": { "status_code": 404 } } } } }""");
        module.Require("LSN070", Name, ListenerConditions.OfEachAction("action.authenticate_oidc == null ? true : length(action.authenticate_oidc.extra_parameters) <= 10"), Action(Oidc($$""", "extra_parameters": { {{string.Join(", ", Enumerable.Range(0, 11).Select(number => $"\"p{number}\": \"\""))}} }""")));
        module.Require("LSN070", Name, ListenerConditions.OfEachAction("action.authenticate_oidc == null ? true : alltrue([for url in [action.authenticate_oidc.issuer, action.authenticate_oidc.authorization_endpoint, action.authenticate_oidc.token_endpoint, action.authenticate_oidc.user_info_endpoint] : can(regex(\"^(?i:https)://[^/?#]\", url))])"), Action(Oidc().Replace("https://login.example.com/userinfo", "login.example.com/userinfo", StringComparison.Ordinal)));
        module.Require("client_secret_key", $"Every client secret that an action names by its key is one of {Secrets} (LSN192).", Name, ListenerConditions.OfEachAction($"action.authenticate_oidc == null ? true : contains(keys(var.{Secrets}), action.authenticate_oidc.client_secret_key)"), $$"""{ "{{Secrets}}": {} }""");
    }

    private static string Action(string oidc, string more = "") => ListenerConditions.Https("", action: $$"""{ "authenticate_oidc": {{oidc}}{{more}}, "fixed_response": { "status_code": 404 } }""");

    private static string Oidc(string more = "") =>
        $$"""{ "issuer": "https://login.example.com", "authorization_endpoint": "https://login.example.com/authorize", "token_endpoint": "https://login.example.com/token", "user_info_endpoint": "https://login.example.com/userinfo", "client_id": "shop", "client_secret_key": "shop"{{more}} }""";
}
