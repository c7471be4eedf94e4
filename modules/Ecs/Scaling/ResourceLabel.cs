using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>What Application Auto Scaling calls a target group behind a load balancer: <c>app/web/0a1b/targetgroup/app/2c3d</c>.</summary>
internal static class ResourceLabel
{
    /// <summary>The label, or null where the load balancer or the group is not known.</summary>
    internal static Value<string>? Of(EcsServiceProps service, TargetTrackingProps policy, Model model) =>
        GroupOf(service, policy) is { } group && (policy.LoadBalancerArn ?? LoadBalancerOf(group, model)) is { } balancer ? new Expression($"{Suffix(balancer)}/{Suffix(group.Arn)}") : (Value<string>?)null;

    /// <summary>The target group whose requests count; null where several could be meant.</summary>
    internal static ITargetGroup? GroupOf(EcsServiceProps service, TargetTrackingProps policy) =>
        policy.TargetGroup ?? (service.TargetGroups.Count == 1 ? service.TargetGroups[0].TargetGroup : null);

    /// <summary>The ARN of the load balancer that has a listener which forwards to the group; null where none is declared.</summary>
    internal static Value<string>? LoadBalancerOf(ITargetGroup group, Model model) => Forwards.In(model)
        .Where(forward => forward.Group.Arn == group.Arn && forward.LoadBalancer is not null)
        .Select(forward => ArnOf(forward.LoadBalancer!))
        .FirstOrDefault();

    private static Value<string> ArnOf(Declaration balancer) =>
        balancer.Props is ExistingApplicationLoadBalancerProps existing ? existing.Arn : Expression.Attribute("aws_lb", balancer.LogicalId, "arn");

    /// <summary>The end of an ARN, from its type on.</summary>
    private static string Suffix(Value<string> arn) =>
        arn.TryGetLiteral(out var literal) ? literal[(literal.LastIndexOf(':') + 1)..].Replace("loadbalancer/", "")
        : arn.Expression!.Template.EndsWith(".arn}", StringComparison.Ordinal) ? arn.Expression.Template.Replace(".arn}", ".arn_suffix}")
        : Expression.Of($"replace(split(\":\", {arn})[5], \"loadbalancer/\", \"\")").Template;
}
