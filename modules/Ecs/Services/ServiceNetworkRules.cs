using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>What holds of the network of tasks, and of the target groups that they are registered in.</summary>
internal static class ServiceNetworkRules
{
    private const int MostSubnets = 16;
    private const int MostSecurityGroups = 5;
    private const int MostTargetGroups = 5;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC126", "Tasks with awsvpc, and only those, have 1 to 16 subnets and at most 5 security groups.", "CreateService and RunTask reject it.", "ECS AwsVpcConfiguration; cfn-lint E3052")
            .ForTasks(CheckNetwork),
        Rule.Error("SVC129", "A target group's targets are addresses for awsvpc and instances for bridge and host; without a network there is none.", "CreateService rejects it.", "ECS CreateServiceRequest.loadBalancers")
            .For<EcsServiceProps>(CheckTargetTypes),
        Rule.Error("SVC130", "A service has at most 5 target groups, each with a container of its task and a port that the container has.", "CreateService rejects it.", "ECS LoadBalancer.containerName, containerPort")
            .For<EcsServiceProps>(CheckTargets),
        Rule.Error("SVC131", "A target group of a service has a listener or a rule that forwards to it.", "CreateService rejects it: the target group does not have an associated load balancer.", "provider issue #32908; ECS CreateServiceRequest.loadBalancers")
            .ForAll(CheckListeners),
        Rule.Error("SVC132", "A grace period for health checks needs a target group, and is 0 to 2,147,483,647 seconds.", "CreateService rejects it.", "ECS CreateServiceRequest.healthCheckGracePeriodSeconds")
            .For<EcsServiceProps>(CheckGracePeriod)
            .Bounding<EcsServiceProps>("healthCheckGracePeriodSeconds", new NumberAtLeast(0, "seconds")),
        Rule.Error("EC2144", "The security groups of the instances under dynamic ports are known, so that load balancers can be let in on 32768 to 65535.", "Every health check fails, and the tasks are replaced for ever.", "ECS PortMapping.hostPort; Amazon Linux ip_local_port_range")
            .For<EcsServiceProps>(CheckInstances),
    ];

    private static void CheckNetwork(TaskCase task)
    {
        if (task.Owner is not ITaskNetwork network || !task.Task.NetworkMode.TryGetLiteral(out var mode))
        {
            return;
        }
        if (mode != NetworkMode.Awsvpc)
        {
            Refuse("subnets", network.Subnets.Count);
            Refuse("securityGroups", network.SecurityGroups.Count);
            Refuse("egress", network.Egress?.Count ?? 0);
            return;
        }
        var isExternal = task.Owner is EcsServiceProps service && service.DeploymentController.Is(DeploymentController.External);
        if (network.Subnets.Count > MostSubnets || (network.Subnets.Count == 0 && !isExternal))
        {
            var isNone = network.Subnets.Count == 0;
            task.AddToOwner("subnets", isNone ? "has no subnet" : "are too many", isNone ? null : $"{network.Subnets.Count}", $"1 to {MostSubnets}", isNone ? "name the subnets of the tasks" : "remove some");
        }
        if (network.SecurityGroups.Count > MostSecurityGroups)
        {
            task.AddToOwner("securityGroups", "are too many", $"{network.SecurityGroups.Count}", $"at most {MostSecurityGroups}", "merge some");
        }
        if (network.SecurityGroups.Count > 0 && network.Egress is not null)
        {
            task.AddToOwner("egress", "is for the tasks' own security group, and there is none", $"egress with {network.SecurityGroups.Count} securityGroups", "egress or securityGroups", "write the rules in the group that is named, or remove securityGroups");
        }

        void Refuse(string property, int count)
        {
            if (count > 0)
            {
                task.AddToOwner(property, $"is not for {Spelling.Of(mode)}", $"{count}", "nothing", "remove it: the tasks use their instances' network");
            }
        }
    }

    private static void CheckTargetTypes(EcsServiceProps service, Report report)
    {
        if (!service.TaskDefinition.NetworkMode.TryGetLiteral(out var mode))
        {
            return;
        }
        for (var index = 0; index < service.TargetGroups.Count; index++)
        {
            var group = service.TargetGroups[index].TargetGroup;
            var path = $"targetGroups[{index}].targetGroup";
            if (mode == NetworkMode.None)
            {
                report.Add(path, "is behind a load balancer, and the tasks have no network", $"{group}", "no target group with networkMode none", "remove it, or change the network mode");
            }
            else if (group.Props?.TargetType is { } type && type.TryGetLiteral(out var literal) && literal != (mode == NetworkMode.Awsvpc ? TargetType.Ip : TargetType.Instance))
            {
                report.Add(path, $"has targets of another type than tasks with {Spelling.Of(mode)} are", $"{group} with {Spelling.Of(literal)}", mode == NetworkMode.Awsvpc ? "a target group with targetType ip" : "a target group with targetType instance", "change the group's targetType, or the network mode");
            }
        }
    }

    private static void CheckTargets(EcsServiceProps service, Report report)
    {
        if (service.TargetGroups.Count > MostTargetGroups)
        {
            report.Add("targetGroups", "are too many", $"{service.TargetGroups.Count}", $"at most {MostTargetGroups}", "remove some");
        }
        var targets = ServiceTarget.Of(service);
        for (var index = 0; index < targets.Count; index++)
        {
            CheckTarget(targets[index], $"targetGroups[{index}]", service.TaskDefinition, report);
        }
    }

    private static void CheckTarget(ServiceTarget target, string path, TaskDefinitionProps task, Report report)
    {
        if (target.Container is null)
        {
            report.Add($"{path}.container", "is missing", null, $"one of {string.Join(", ", task.Containers.Keys)}", "name the container that serves the requests, and give it a port mapping");
        }
        else if (target.ContainerIn(task) is not { } container)
        {
            if (!target.Container.TryGetLiteral(out var name))
            {
                return;
            }
            report.Add($"{path}.container", "is not a container of the task", Quoted.Of(name), $"one of {string.Join(", ", task.Containers.Keys)}", "name one of them");
        }
        else if (target.Port is null)
        {
            report.Add($"{path}.containerPort", "is missing", null, Ports(container), "say which port serves the requests");
        }
        else if (target.Port.TryGetLiteral(out var port) && !container.PortMappings.Any(mapping => mapping.ContainerPort is { } known && known.MayBe(port)) && !container.PortMappings.Any(mapping => mapping.MayHold(port)))
        {
            report.Add($"{path}.containerPort", $"is not a port of container {target.Container}", $"{port}", Ports(container), "name one of them, or add a port mapping");
        }
    }

    private static string Ports(ContainerProps container)
    {
        var ports = container.PortMappings.Select(mapping => mapping.ContainerPort?.ToString() ?? mapping.ContainerPortRange?.ToString()).ToList();
        return ports.Count == 0 ? "a port of the container, which has none" : $"one of {string.Join(", ", ports)}";
    }

    /// <summary>A group that exists already may have its listeners elsewhere.</summary>
    private static void CheckListeners(Model model, Report report)
    {
        var used = LoadBalancing.Forwards.In(model).Select(forward => forward.Group.Arn).ToHashSet();
        foreach (var service in model.Of<EcsServiceProps>())
        {
            for (var index = 0; index < service.Props.TargetGroups.Count; index++)
            {
                var group = service.Props.TargetGroups[index].TargetGroup;
                if (group.Props is not null && !used.Contains(group.Arn))
                {
                    report.At(service).Add($"targetGroups[{index}].targetGroup", "is a target group that no load balancer forwards to", $"{group}", "a target group behind a listener or a rule", "forward to it from a listener or a rule, or remove it");
                }
            }
        }
    }

    private static void CheckGracePeriod(EcsServiceProps service, Report report)
    {
        if (service.HealthCheckGracePeriodSeconds is not { } period)
        {
            return;
        }
        if (service.TargetGroups.Count == 0)
        {
            report.Add("healthCheckGracePeriodSeconds", "is for a service with a target group", $"{period}", "nothing", "remove it");
        }
        else if (period.TryGetLiteral(out var seconds) && seconds < 0)
        {
            report.Add("healthCheckGracePeriodSeconds", "is out of range", $"{seconds}", "0 to 2147483647 seconds", "use a value that is allowed");
        }
    }

    private static void CheckInstances(EcsServiceProps service, Report report)
    {
        var isDynamic = ServiceTarget.Of(service).Any(target => target.PortsIn(service.TaskDefinition) == ServiceTarget.DynamicPorts);
        if (isDynamic && service.Cluster.Props is null && service.InstanceSecurityGroups.Count == 0)
        {
            report.Add("instanceSecurityGroups", "is missing", null, "the security groups of the cluster's instances", "name them, so that the load balancer is let in on 32768 to 65535; groups of another stack have to do so themselves");
        }
        else if (service.InstanceSecurityGroups.Count > 0 && service.Cluster.Props is not null)
        {
            report.Add("instanceSecurityGroups", "is for a cluster that exists already", $"{service.InstanceSecurityGroups.Count}", "nothing", "remove it: those of this cluster are known");
        }
        else if (isDynamic && service.Cluster.Props is { AutoScalingGroups.Count: 0 })
        {
            report.Add("cluster", "has no instances for tasks with dynamic ports", $"{service.Cluster}", "a cluster with autoScalingGroups", "declare an Auto Scaling group on the cluster, or run the tasks on Fargate with awsvpc");
        }
    }
}
