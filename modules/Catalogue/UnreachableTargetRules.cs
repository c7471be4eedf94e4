using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Catalogue;

/// <summary>Whether a load balancer is let out to what it forwards to.</summary>
internal static class UnreachableTargetRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Warning("LB361", "A load balancer is let out to targets that something else registers.", "Its security groups let nothing out but to the targets that are declared: what is registered elsewhere is never healthy.", "practice: a security group without egress rules lets nothing out")
            .ForAll(Check),
    ];

    private static void Check(Model model, Report report)
    {
        var services = model.Of<EcsServiceProps>().Select(service => service.Props).ToList();
        var others = services.Where(service => !service.DeploymentController.Is(DeploymentController.Ecs)).ToList();
        if (others.Exists(service => service.TargetGroups.Count == 0))
        {
            return;
        }
        var registered = GroupsOf(services);
        var forwards = Forwards.In(model).ToList();
        // CodeDeploy or a third party registers the tasks of a service, which is wired, in other groups of its load balancers too; of which ones, where it names none, is not known.
        var ofOthers = GroupsOf(others);
        var wired = forwards.Where(forward => ofOthers.Contains(forward.Group.Arn)).Select(forward => forward.LoadBalancer).ToHashSet();
        var told = new HashSet<Declaration>();
        foreach (var (place, _, group, balancer) in forwards.Where(forward => !wired.Contains(forward.LoadBalancer)))
        {
            if (place.WrittenAt() == place.Path && group.Props is { TargetsElsewhere: null, Targets.Count: 0 } props && props.TargetType.MayBe(TargetType.Instance, TargetType.Ip) && props.TargetType.IsLiteral
                && !registered.Contains(group.Arn) && balancer?.Props is ILoadBalancerProps { SecurityGroups: { Count: > 0 } groups } && groups.All(LetsNothingOut)
                && model.Of<TargetGroupProps>().FirstOrDefault(declared => ReferenceEquals(declared.Props, props)) is { } declaration && declaration.WrittenAt() == declaration.Path && told.Add(declaration))
            {
                report.At(declaration).Add("", "has no targets here, and its load balancer is let out to none that are registered elsewhere", $"{balancer.Name} in {string.Join(" and ", groups)} without egress", "targets, a service, targetsElsewhere, or an egress rule", "set targetsElsewhere to the security group or the CIDR block of what is registered, or declare the targets");
            }
        }
    }

    private static HashSet<Value<string>> GroupsOf(IEnumerable<EcsServiceProps> services) =>
        [.. services.SelectMany(service => service.TargetGroups).SelectMany(target => new[] { target.TargetGroup, target.AlternateTargetGroup }).OfType<ITargetGroup>().Select(group => group.Arn)];

    private static bool LetsNothingOut(ISecurityGroup group) => group.Props is { Egress.Count: 0 };
}
