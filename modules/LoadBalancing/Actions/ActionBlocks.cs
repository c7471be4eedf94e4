using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// Actions as Terraform's blocks. Listeners and rules have the same blocks, for which the bindings have two families of types; here they are
/// written once.
/// </summary>
internal static class ActionBlocks
{
    private const string DefaultScope = "openid";
    private const string DefaultSessionCookieName = "AWSELBAuthSessionCookie";
    private const int DefaultSessionTimeoutSeconds = 604_800;

    /// <summary>The blocks of an action: the one that authenticates, if any, then the one that routes.</summary>
    /// <param name="action">The action.</param>
    /// <param name="secret">Gives the expression of a secret.</param>
    internal static object Of(ListenerAction action, Func<SecretReferenceProps, string> secret)
    {
        var blocks = new List<Block>();
        if (action.AuthenticateCognito is { } cognito)
        {
            blocks.Add(new() { ["type"] = "authenticate-cognito", ["authenticate_cognito"] = CognitoOf(cognito) });
        }
        if (action.AuthenticateOidc is { } oidc)
        {
            blocks.Add(new() { ["type"] = "authenticate-oidc", ["authenticate_oidc"] = OidcOf(oidc, secret) });
        }
        if (action.JwtValidation is { } validation)
        {
            blocks.Add(new() { ["type"] = "jwt-validation", ["jwt_validation"] = JwtOf(validation) });
        }
        blocks.AddRange(RoutingOf(action));
        if (blocks.Count > 1)
        {
            for (var index = 0; index < blocks.Count; index++)
            {
                blocks[index]["order"] = index + 1;
            }
        }
        return Emit.Blocks(blocks);
    }

    /// <summary>The only action that a Network Load Balancer has, to one group or to several.</summary>
    internal static object ForwardTo(ITargetGroup? group, WeightedForwardProps? weighted) => Emit.Blocks(RoutingOf(new() { Forward = group, WeightedForward = weighted }));

    /// <summary>A legal action routes in one way (LSN070 to LSN075); a published module's has all, of which its caller chooses one.</summary>
    private static IEnumerable<Block> RoutingOf(ListenerAction action)
    {
        if (action.Forward is { } group)
        {
            yield return new() { ["type"] = "forward", ["target_group_arn"] = Emit.Text(group.Arn) };
        }
        if (action.WeightedForward is { } forward)
        {
            yield return new() { ["type"] = "forward", ["forward"] = ForwardOf(forward) };
        }
        if (action.Redirect is { } redirect)
        {
            yield return new() { ["type"] = "redirect", ["redirect"] = RedirectOf(redirect) };
        }
        if (action.FixedResponse is { } response)
        {
            yield return new() { ["type"] = "fixed-response", ["fixed_response"] = FixedResponseOf(response) };
        }
    }

    private static Block ForwardOf(WeightedForwardProps forward) => new()
    {
        ["stickiness"] = forward.StickinessSeconds is null ? null : new Block { ["enabled"] = true, ["duration"] = Number(forward.StickinessSeconds) },
        ["target_group"] = forward.TargetGroups.Select(entry => new Block { ["arn"] = Emit.Text(entry.TargetGroup.Arn), ["weight"] = Number(entry.Weight) }).ToArray(),
    };

    private static Block RedirectOf(RedirectProps redirect) => new()
    {
        ["status_code"] = Emit.Member(redirect.StatusCode),
        ["protocol"] = Emit.Text(redirect.Protocol),
        ["host"] = Emit.Text(redirect.Host),
        ["port"] = Emit.Text(redirect.Port),
        ["path"] = Emit.Text(redirect.Path),
        ["query"] = Emit.Text(redirect.Query),
    };

    private static Block FixedResponseOf(FixedResponseProps response) => new()
    {
        ["status_code"] = response.StatusCode.ToString(),
        ["content_type"] = Emit.Member(response.ContentType),
        ["message_body"] = Emit.Text(response.MessageBody),
    };

    private static Block CognitoOf(AuthenticateCognitoProps cognito) => new()
    {
        ["user_pool_arn"] = Emit.Text(cognito.UserPoolArn),
        ["user_pool_client_id"] = Emit.Text(cognito.UserPoolClientId),
        ["user_pool_domain"] = Emit.Text(cognito.UserPoolDomain),
        ["on_unauthenticated_request"] = Emit.Member(cognito.OnUnauthenticatedRequest.Or(UnauthenticatedRequest.Authenticate)),
        ["scope"] = Emit.Text(cognito.Scope.Or(DefaultScope)),
        ["session_cookie_name"] = Emit.Text(cognito.SessionCookieName.Or(DefaultSessionCookieName)),
        ["session_timeout"] = Number(cognito.SessionTimeoutSeconds.Or(DefaultSessionTimeoutSeconds)),
        ["authentication_request_extra_params"] = Emit.Map(cognito.ExtraParameters),
    };

    private static Block JwtOf(JwtValidationProps validation) => new()
    {
        ["issuer"] = Emit.Text(validation.Issuer),
        ["jwks_endpoint"] = Emit.Text(validation.JwksEndpoint),
        ["additional_claim"] = validation.Claims.Count == 0 ? null : validation.Claims.Select(claim => new Block { ["name"] = Emit.Text(claim.Key), ["format"] = Emit.Member(claim.Value.Format), ["values"] = Emit.List(claim.Value.Values) }).ToArray(),
    };

    private static Block OidcOf(AuthenticateOidcProps oidc, Func<SecretReferenceProps, string> secret) => new()
    {
        ["issuer"] = Emit.Text(oidc.Issuer),
        ["authorization_endpoint"] = Emit.Text(oidc.AuthorizationEndpoint),
        ["token_endpoint"] = Emit.Text(oidc.TokenEndpoint),
        ["user_info_endpoint"] = Emit.Text(oidc.UserInfoEndpoint),
        ["client_id"] = Emit.Text(oidc.ClientId),
        ["client_secret"] = secret(oidc.ClientSecret),
        ["on_unauthenticated_request"] = Emit.Member(oidc.OnUnauthenticatedRequest.Or(UnauthenticatedRequest.Authenticate)),
        ["scope"] = Emit.Text(oidc.Scope.Or(DefaultScope)),
        ["session_cookie_name"] = Emit.Text(oidc.SessionCookieName.Or(DefaultSessionCookieName)),
        ["session_timeout"] = Number(oidc.SessionTimeoutSeconds.Or(DefaultSessionTimeoutSeconds)),
        ["authentication_request_extra_params"] = Emit.Map(oidc.ExtraParameters),
    };

    /// <summary>A number; an expression stays text, which Terraform converts.</summary>
    private static object? Number(Value<int>? value) =>
        value is null ? null : value.TryGetLiteral(out var literal) ? literal : value.Expression!.Template;
}
