using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>Where the actions of a listener or of a rule send requests.</summary>
internal static class ActionTargets
{
    /// <summary>The name of the block that holds the actions.</summary>
    internal static string BlockOf(ResourceChange change) => change.Type == "aws_lb_listener" ? "default_action" : "action";

    /// <summary>The types of the actions, in their order: <c>authenticate-oidc, forward</c>.</summary>
    internal static string Types(PlanValue actions) => string.Join(", ", actions.Items.OrderBy(action => action["order"].Number ?? 0).Select(action => action["type"].Text ?? ""));

    /// <summary>The types without those that ask who the client is.</summary>
    internal static string TypesOfAnswer(PlanValue actions) => string.Join(", ", actions.Items.OrderBy(action => action["order"].Number ?? 0).Select(action => action["type"].Text ?? "").Where(type => !Authenticates(type)));

    /// <summary>Whether a type of action asks who the client is.</summary>
    internal static bool Authenticates(string? type) => type is "authenticate-oidc" or "authenticate-cognito" or "jwt-validation";

    /// <summary>The target groups' ARNs, each once.</summary>
    internal static IReadOnlyList<string> Groups(PlanValue actions) =>
        [.. actions.Items.SelectMany(action => Targets(action).Select(target => target["arn"].Text).Append(action["target_group_arn"].Text)).OfType<string>().Where(arn => arn.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether a target group is not known yet.</summary>
    internal static bool HasUnknownGroup(PlanValue actions) =>
        actions.IsUnknown || actions.Items.Any(action => action.IsUnknown || action["type"].IsUnknown || action["forward"].IsUnknown && action["type"].Text == "forward" && !action["target_group_arn"].IsKnown || action["target_group_arn"].IsUnknown && Targets(action).Count == 0 || Targets(action).Any(target => target["arn"].IsUnknown));

    /// <summary>The weighted target groups of a forward.</summary>
    internal static IReadOnlyList<PlanValue> Targets(PlanValue action) => action["forward"].Block["target_group"].Items;
}
