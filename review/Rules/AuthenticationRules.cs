using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What no longer asks clients who they are.</summary>
internal static class AuthenticationRules
{
    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN49", Severity.Critical, "aws_lb_listener, aws_lb_listener_rule", "Authentication by OpenID Connect, Cognito or a JWT is taken out of an action, lets in who has not signed in or refuses them (high), or lasts less long (medium).",
            "Whoever reaches the port reaches the targets without signing in.",
            "Keep the authenticating action before the others, with on_unauthenticated_request = \"authenticate\".")
        {
            Check = static (model, report) =>
            {
                foreach (var change in ListenerRules.Existing(model, "aws_lb_listener", "aws_lb_listener_rule").Where(change => Gates(change.Before[ActionTargets.BlockOf(change)]).Count > 0))
                {
                    Check(change, report);
                }
            },
        },
    ];

    private static void Check(ResourceChange change, RuleReport report)
    {
        var block = ActionTargets.BlockOf(change);
        var after = change.After[block];
        if (after.IsUnknown || after.Items.Any(action => action["type"].IsUnknown))
        {
            report.CannotTell(change, block, "The actions are known only after the apply.");
            return;
        }
        var (old, now) = (Gates(change.Before[block]), Gates(after));
        var forwards = after.Items.Any(action => action["type"].Text == "forward");
        if (now.Count == 0 && forwards)
        {
            report.Violates(change, $"{block}.type", string.Join(", ", old.Select(action => action["type"].Text)), "(none)");
        }
        else if (now.Exists(LetsIn) && !old.Exists(LetsIn))
        {
            report.Violates(change, $"{block}.on_unauthenticated_request", "authenticate", "allow", consequence: "Who has not signed in is let through: only the targets can refuse.");
        }
        else if (now.Exists(Refuses) && !old.Exists(Refuses))
        {
            report.Violates(change, $"{block}.on_unauthenticated_request", "authenticate", "deny", Severity.High, "Who has not signed in is refused (401) instead of being sent to sign in: nobody new gets in by a browser.", "Keep \"authenticate\" for people; \"deny\" is for programs that have signed in already.");
        }
        else if (Sessions(now) < Sessions(old))
        {
            report.Violates(change, $"{block}.session_timeout", severity: Severity.Medium, consequence: "Clients must sign in again sooner than before.", advice: "Lower it when few are at work.");
        }
        else
        {
            report.Holds(change);
        }
    }

    private static bool Refuses(PlanValue action) => action["authenticate_oidc"]["on_unauthenticated_request"].Text == "deny" || action["authenticate_cognito"]["on_unauthenticated_request"].Text == "deny";

    /// <summary>How many seconds who has signed in stays so.</summary>
    private static decimal? Sessions(List<PlanValue> gates) => gates.Min(action => action["authenticate_oidc"]["session_timeout"].Number ?? action["authenticate_cognito"]["session_timeout"].Number);

    private static List<PlanValue> Gates(PlanValue actions) => [.. actions.Items.Where(action => ActionTargets.Authenticates(action["type"].Text))];

    private static bool LetsIn(PlanValue action) => action["authenticate_oidc"]["on_unauthenticated_request"].Text == "allow" || action["authenticate_cognito"]["on_unauthenticated_request"].Text == "allow";
}
