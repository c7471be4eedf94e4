using Orchestrator.Modules.Provider;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// What a listener or a rule does with a request: exactly one of forward, weighted forward, redirect and fixed response; before it, one of the
/// two ways to authenticate the user or the validation of a token, or none of them.
/// </summary>
public sealed record ListenerAction
{
    /// <summary>Lets only users pass that a Cognito user pool knows. Everybody passes unless set.</summary>
    public AuthenticateCognitoProps? AuthenticateCognito { get; init; }

    /// <summary>Lets only users pass that an OpenID Connect provider knows. Everybody passes unless set.</summary>
    public AuthenticateOidcProps? AuthenticateOidc { get; init; }

    /// <summary>Lets only requests pass whose token an issuer has signed. All pass unless set.</summary>
    [Since("aws_lb_listener_rule.action.jwt_validation")]
    public JwtValidationProps? JwtValidation { get; init; }

    /// <summary>Forwards to one target group.</summary>
    public ITargetGroup? Forward { get; init; }

    /// <summary>Forwards to several target groups by weight.</summary>
    public WeightedForwardProps? WeightedForward { get; init; }

    /// <summary>Redirects to another URL.</summary>
    public RedirectProps? Redirect { get; init; }

    /// <summary>Responds without a target.</summary>
    public FixedResponseProps? FixedResponse { get; init; }

    /// <summary>Forwards to one target group.</summary>
    public static ListenerAction ForwardTo(ITargetGroup targetGroup) => new() { Forward = targetGroup };

    /// <summary>Redirects HTTP to HTTPS on port 443, permanently, and leaves the rest of the URL as it was.</summary>
    public static ListenerAction RedirectToHttps() => new() { Redirect = new() { Protocol = "HTTPS", Port = "443" } };

    /// <summary>Responds without a target.</summary>
    /// <param name="statusCode">The status code: 2XX, 4XX or 5XX.</param>
    /// <param name="messageBody">The body, plain text of at most 1,024 characters.</param>
    public static ListenerAction Respond(Value<int> statusCode, Value<string>? messageBody = null) =>
        new() { FixedResponse = new() { StatusCode = statusCode, MessageBody = messageBody } };

    /// <summary>The target groups that requests may go to, with where each is named.</summary>
    internal IEnumerable<(string Property, ITargetGroup TargetGroup)> Targets()
    {
        if (Forward is not null)
        {
            yield return ("forward", Forward);
        }
        for (var index = 0; index < (WeightedForward?.TargetGroups.Count ?? 0); index++)
        {
            yield return ($"weightedForward.targetGroups[{index}].targetGroup", WeightedForward!.TargetGroups[index].TargetGroup);
        }
    }
}
