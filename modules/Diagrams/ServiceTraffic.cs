using Orchestrator.Diagram;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Diagrams;

/// <summary>ECS services, behind the target groups that they register their tasks in.</summary>
internal static class ServiceTraffic
{
    internal static void Draw(Declaration<EcsServiceProps> service, TrafficGraph graph)
    {
        foreach (var registered in service.Props.TargetGroups)
        {
            ITargetGroup?[] groups = [registered.TargetGroup, graph.AlternateOf(registered.TargetGroup)];
            foreach (var group in groups.OfType<ITargetGroup>())
            {
                graph.Connect(TargetTraffic.Draw(group, graph), graph.Add(service.Path, TrafficKind.Target, service.Name, "ECS service"), registered.ContainerPort is { } port ? $"{port}" : null);
            }
        }
    }
}
