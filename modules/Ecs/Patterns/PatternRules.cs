using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Ecs.Patterns;

/// <summary>What holds of services that come with what leads to them.</summary>
internal static class PatternRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC261", "A load balanced service has a rule of a listener or a load balancer of its own, and not both.", "Nothing would lead to it; or two things would share one target group.", "docs/ecs.md")
            .ForAll(CheckWay),
    ];

    private static void CheckWay(Model model, Report report)
    {
        foreach (var declaration in model.Declarations)
        {
            if (declaration.Props is LoadBalancedServiceProps service && (service.Rule is null) == (service.LoadBalancer is null))
            {
                var isNone = service.Rule is null;
                report.At(declaration).Add("", isNone ? "has nothing that leads to it" : "has a rule and a load balancer", isNone ? null : "rule and loadBalancer", "rule or loadBalancer", isNone ? "add rule with a listener and conditions, or loadBalancer with subnets" : "keep one");
            }
        }
    }
}
