using Orchestrator.Modules.Ecs.Services;

namespace Orchestrator.Modules.Publishing;

/// <summary>A service of ECS on the instances of a cluster with its task definition and scaling.</summary>
internal sealed class Ec2ServiceModule : ModuleDefinition
{
    internal override string Name => "ec2-service";

    internal override string Purpose => "Runs a service of ECS on a cluster's instances: its task definition, log group, roles and scaling, registered in target groups that exist.";

    internal override void Build(ModuleBuilder module)
    {
        ServiceParts.AddName(module);
        var task = TaskParts.Read(module, isFargate: false);
        var props = ServiceParts.Read(module, task, "platformVersion", "assignPublicIp") with { RunsOnFargate = false };
        // Tasks without interfaces of their own have none of these.
        module.Symbols.AddOptional("var.subnet_ids", Appearance.ListIsFilled);
        module.Symbols.AddOptional("var.security_group_ids", Appearance.ListIsFilled);
        TaskParts.AddNeeds(module, task, props.EnableExecuteCommand);
        ServiceParts.AddNeeds(module);
        var service = new EcsService(module.Scope, Symbols.Name, props);
        TaskConditions.Add(module, isFargate: false);
        ServiceConditions.Add(module);
        ServiceConditions.AddOfInstances(module);
        ServiceConditions.AddOfTargetGroups(module, "(var.network_mode == \"awsvpc\" ? \"ip\" : \"instance\")", "instance");
        ServiceParts.AddOutputs(module, service);
    }
}
