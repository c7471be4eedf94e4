using Orchestrator.Modules.Ecs.Services;

namespace Orchestrator.Modules.Publishing;

/// <summary>A service of ECS on Fargate with its task definition and scaling.</summary>
internal sealed class FargateServiceModule : ModuleDefinition
{
    internal override string Name => "fargate-service";

    internal override string Purpose => "Runs a service of ECS on Fargate: its task definition, log group, roles and scaling, registered in target groups that exist.";

    internal override void Build(ModuleBuilder module)
    {
        ServiceParts.AddName(module);
        var task = TaskParts.Read(module, isFargate: true);
        var props = ServiceParts.Read(module, task, "schedulingStrategy", "placementStrategies", "placementConstraints") with { RunsOnFargate = true };
        TaskParts.AddNeeds(module, task, props.EnableExecuteCommand);
        ServiceParts.AddNeeds(module);
        var service = new EcsService(module.Scope, Symbols.Name, props);
        TaskConditions.Add(module, isFargate: true);
        ServiceConditions.Add(module);
        ServiceConditions.AddOfFargate(module);
        ServiceConditions.AddOfTargetGroups(module, "\"ip\"", "ip");
        ServiceParts.AddOutputs(module, service);
    }
}
