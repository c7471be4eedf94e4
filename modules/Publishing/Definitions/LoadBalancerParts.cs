using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>What the modules of both kinds of load balancers have: a name, target groups of their own, and what others know the load balancer by.</summary>
internal static class LoadBalancerParts
{
    /// <summary>Adds the variable of the name.</summary>
    internal static void AddName(ModuleBuilder module) =>
        module.AddName("The load balancer's name, and the beginning of the names of its target groups. A change replaces it.", LoadBalancerName.Constraint, "LB001");

    /// <summary>Makes the target groups of the module's map.</summary>
    internal static void AddTargetGroups(ModuleBuilder module, string key, TargetGroupProps group) =>
        new TargetGroup(module.Scope, $"{Symbols.Name}_{key}", TargetGroupModule.WithTargets(TargetGroupModule.WithLocals(module, group with { VpcId = Expression.Of("var.vpc_id") }, key)));

    /// <summary>Adds the outputs of the load balancer itself.</summary>
    internal static void AddOutputs(ModuleBuilder module, string logicalId, ILoadBalancer balancer)
    {
        module.AddOutput("arn", balancer.Arn, "The load balancer's ARN.");
        module.AddOutput("arn_suffix", Expression.Attribute("aws_lb", logicalId, "arn_suffix"), "What CloudWatch's metrics know the load balancer by.");
        module.AddOutput("dns_name", balancer.DnsName!, "The DNS name that AWS gave it.");
        module.AddOutput("zone_id", balancer.ZoneId!, "The hosted zone of that DNS name, for alias records.");
    }
}
