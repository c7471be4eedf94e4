using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>The actions of a listener or a rule.</summary>
/// <param name="draft">The manifest.</param>
/// <param name="owner">What a variable for a client's secret is called after.</param>
internal sealed class ActionDraft(ManifestDraft draft, string owner)
{
    internal JsonObject Of(IReadOnlyList<JsonObject> actions)
    {
        var node = new JsonObject();
        foreach (var action in actions)
        {
            switch (StateResource.TextOf(action["type"]))
            {
                case "forward":
                    AddForward(node, action);
                    break;
                case "redirect" when StateResource.BlocksOf(action["redirect"]) is [var redirect, ..]:
                    AddRedirect(node, redirect);
                    break;
                case "fixed-response" when StateResource.BlocksOf(action["fixed_response"]) is [var response, ..]:
                    var fixedResponse = new JsonObject { ["statusCode"] = int.TryParse(StateResource.TextOf(response["status_code"]), out var code) ? code : 200 };
                    ManifestDraft.Set(fixedResponse, "contentType", response["content_type"]);
                    ManifestDraft.Set(fixedResponse, "messageBody", response["message_body"]);
                    node["fixedResponse"] = fixedResponse;
                    break;
                case "authenticate-cognito" when StateResource.BlocksOf(action["authenticate_cognito"]) is [var cognito, ..]:
                    node["authenticateCognito"] = Users(cognito, ("userPoolArn", "user_pool_arn"), ("userPoolClientId", "user_pool_client_id"), ("userPoolDomain", "user_pool_domain"));
                    break;
                case "authenticate-oidc" when StateResource.BlocksOf(action["authenticate_oidc"]) is [var oidc, ..]:
                    node["authenticateOidc"] = Oidc(oidc);
                    break;
            }
        }
        return node;
    }

    private void AddForward(JsonObject node, JsonObject action)
    {
        var forward = StateResource.BlocksOf(action["forward"]);
        var groups = forward is [var first, ..] ? StateResource.BlocksOf(first["target_group"]) : [];
        if (groups.Count == 0 || (groups.Count == 1 && StateResource.TextOf(action["target_group_arn"]) is not null))
        {
            node["forward"] = draft.Reference(StateResource.TextOf(action["target_group_arn"]) ?? "");
            return;
        }
        var weighted = new JsonObject
        {
            ["targetGroups"] = new JsonArray([.. groups.Select(group => (JsonNode)new JsonObject { ["targetGroup"] = draft.Reference(StateResource.TextOf(group["arn"]) ?? ""), ["weight"] = group["weight"]?.DeepClone() ?? 1 })]),
        };
        if (StateResource.BlocksOf(forward[0]["stickiness"]) is [var stickiness, ..] && StateResource.TextOf(stickiness["enabled"]) == "true")
        {
            ManifestDraft.Set(weighted, "stickinessSeconds", stickiness["duration"]);
        }
        node["weightedForward"] = weighted;
    }

    /// <summary>What a redirect keeps of the request is not written, as AWS writes it: <c>#{host}</c>.</summary>
    private static void AddRedirect(JsonObject node, JsonObject redirect)
    {
        var to = new JsonObject();
        foreach (var (key, attribute, kept) in new[] { ("protocol", "protocol", "#{protocol}"), ("host", "host", "#{host}"), ("port", "port", "#{port}"), ("path", "path", "/#{path}"), ("query", "query", "#{query}") })
        {
            ManifestDraft.Set(to, key, StateResource.TextOf(redirect[attribute]) == kept ? null : redirect[attribute]);
        }
        ManifestDraft.Set(to, "statusCode", redirect["status_code"]);
        node["redirect"] = to;
    }

    private JsonObject Oidc(JsonObject oidc)
    {
        var node = Users(oidc, ("issuer", "issuer"), ("authorizationEndpoint", "authorization_endpoint"), ("tokenEndpoint", "token_endpoint"), ("userInfoEndpoint", "user_info_endpoint"), ("clientId", "client_id"));
        var variable = $"{owner.Replace('-', '_')}_client_secret";
        draft.Variables[variable] = StateResource.TextOf(oidc["client_secret"]) ?? "";
        node["clientSecret"] = new JsonObject { ["variable"] = variable };
        return node;
    }

    private static JsonObject Users(JsonObject block, params (string Key, string Attribute)[] own)
    {
        var node = new JsonObject();
        foreach (var (key, attribute) in own.Concat([("onUnauthenticatedRequest", "on_unauthenticated_request"), ("scope", "scope"), ("sessionCookieName", "session_cookie_name"), ("sessionTimeoutSeconds", "session_timeout"), ("extraParameters", "authentication_request_extra_params")]))
        {
            ManifestDraft.Set(node, key, block[attribute]);
        }
        return node;
    }
}
