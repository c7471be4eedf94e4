using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Opens the way from load balancers to the targets of the groups that they forward to.</summary>
internal static class TargetWiring
{
    /// <summary>Lets a load balancer reach the targets of every group that an action forwards to, those that come later too.</summary>
    internal static void Open(StackModel model, ListenerAction action, IConnectable loadBalancer)
    {
        foreach (var (_, group) in action.Targets())
        {
            Open(model, group, loadBalancer);
        }
    }

    /// <summary>Lets a load balancer reach the targets of a group, those that come later too.</summary>
    internal static void Open(StackModel model, ITargetGroup group, IConnectable loadBalancer) =>
        model.Made.WhenMade<TargetGroup>(group.Arn, made => made.AddLoadBalancer(loadBalancer));
}
