using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>What holds of what a service runs on, and of what it runs.</summary>
internal static class ServiceRules
{
    internal static readonly TextMatching Name = new("^[A-Za-z0-9_-]{1,255}$", 255, "1 to 255 letters, digits, hyphens and underscores");

    /// <summary>Where the agent of ECS Exec writes.</summary>
    private static readonly string[] AgentDirectories = ["/var/lib/amazon/ssm", "/var/log/amazon/ssm"];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC254", "A service's name has 1 to 255 letters, digits, hyphens and underscores; it has 0 or more tasks.", "CreateService rejects it.", "ECS CreateServiceRequest.serviceName, desiredCount")
            .For<EcsServiceProps>(CheckName)
            .Bounding<EcsServiceProps>("desiredCount", new NumberAtLeast(0)),
        Rule.Error("SVC125", "What runs tasks has a launch type or capacity providers, not both.", "CreateService and RunTask reject it.", "ECS CreateServiceRequest.launchType, capacityProviderStrategy")
            .ForTasks(CheckLaunchType),
        Rule.Error("SVC135", "There are at most 20 capacity providers, of Fargate or of Auto Scaling groups but not of both, that the cluster has; weights are 0 to 1000 and not all 0, bases 0 to 100,000, and one at the most is above 0.", "CreateService rejects it.", "ECS CapacityProviderStrategyItem")
            .ForAll(CheckStrategies)
            .Bounding<EcsServiceProps>("capacityProviders[].weight", new NumberBetween(0, 1000))
            .Bounding<EcsServiceProps>("capacityProviders[].base", new NumberBetween(0, 100_000)),
        Rule.Error("SVC127", "Only tasks on Fargate get public addresses.", "CreateService rejects it.", "ECS AwsVpcConfiguration.assignPublicIp")
            .ForTasks(CheckPublicAddress),
        Rule.Error("SVC137", "Service Connect names ports that the task definition names; it needs a network and a namespace.", "CreateService rejects it.", "ECS ServiceConnectService.portName, ServiceConnectConfiguration.namespace")
            .For<EcsServiceProps>(CheckServiceConnect),
        Rule.Warning("SVC138", "ECS Exec needs containers that can write to their file system, or to a volume in /var/lib/amazon/ssm and one in /var/log/amazon/ssm.", "The session ends at once: the agent cannot make its directories.", "ECS Exec considerations; aws/containers-roadmap#1359")
            .ForTasks(CheckExec),
        Rule.Warning("SVC255", "Tasks get no public addresses.", "Whatever their security group lets in can be reached from the internet.", "AWS Security Hub ECS.2; checkov CKV_AWS_333")
            .ForTasks(CheckExposure),
    ];

    private static void CheckName(EcsServiceProps service, Report report)
    {
        if (service.Name.IsLiteral(out var name) && !Name.Accepts(name))
        {
            report.Add("name", Name.Violation, Quoted.Of(name), Name.Allowed, "choose another name, or remove it to get the name that the service is declared under");
        }
        if (service.DesiredCount.TryGetLiteral(out var count) && count < 0)
        {
            report.Add("desiredCount", "is too small", $"{count}", "0 or more", "use a value that is allowed");
        }
    }

    private static void CheckLaunchType(TaskCase task)
    {
        if (task.Owner.LaunchType is { } type && task.Owner.CapacityProviders.Count > 0)
        {
            task.AddToOwner("launchType", "is set beside capacity providers", $"{type}", "launchType or capacityProviders", "remove one of the two");
        }
    }

    private static void CheckStrategies(Model model, Report report)
    {
        foreach (var cluster in model.Of<EcsClusterProps>())
        {
            CheckStrategy(cluster.Props.DefaultCapacityProviders, "defaultCapacityProviders", cluster.Props, report.At(cluster));
        }
        foreach (var declaration in model.Declarations)
        {
            if (declaration.Props is ITaskOwner owner)
            {
                CheckStrategy(owner.CapacityProviders, "capacityProviders", owner.Cluster.Props, report.At(declaration));
            }
        }
    }

    private static void CheckStrategy(IReadOnlyList<CapacityProviderStrategyProps> strategy, string property, EcsClusterProps? cluster, Report report)
    {
        if (strategy.Count > 20)
        {
            report.Add(property, "are too many", $"{strategy.Count}", "at most 20", "remove some");
        }
        if (strategy.Any(item => item.IsFargate) && strategy.Any(item => !item.IsFargate))
        {
            report.Add(property, "mix Fargate with Auto Scaling groups", string.Join(" and ", strategy.Select(item => item.Provider)), "providers of one kind", "keep those of one kind");
        }
        if (strategy.Count > 0 && strategy.All(item => item.Weight.Is(0)))
        {
            report.Add(property, "have no weight above 0", "0 for each", "at least one weight of 1 to 1000", "give one provider a weight");
        }
        if (strategy.Count(item => item.Base.TryGetLiteral(out var number) && number > 0) > 1)
        {
            report.Add(property, "have several bases", string.Join(" and ", strategy.Where(item => !item.Base.Is(0)).Select(item => item.Provider)), "one base above 0", "keep one");
        }
        for (var index = 0; index < strategy.Count; index++)
        {
            CheckItem(strategy[index], $"{property}[{index}]", cluster, report);
        }
    }

    private static void CheckItem(CapacityProviderStrategyProps item, string path, EcsClusterProps? cluster, Report report)
    {
        if (item.Weight.TryGetLiteral(out var weight) && weight is < 0 or > 1000)
        {
            report.Add($"{path}.weight", "is out of range", $"{weight}", "0 to 1000", "keep the proportions with smaller numbers");
        }
        if (item.Base.TryGetLiteral(out var number) && number is < 0 or > 100_000)
        {
            report.Add($"{path}.base", "is out of range", $"{number}", "0 to 100000", "use a value that is allowed");
        }
        if (cluster is not null && !item.IsFargate && item.Provider.TryGetLiteral(out var name) && !cluster.AutoScalingGroups.ContainsKey(name))
        {
            report.Add($"{path}.provider", "is not a capacity provider of the cluster", Quoted.Of(name), string.Join(", ", ["FARGATE", "FARGATE_SPOT", .. cluster.AutoScalingGroups.Keys]), "name one of them, or declare it under autoScalingGroups of the cluster");
        }
    }

    private static void CheckPublicAddress(TaskCase task)
    {
        if (task.Owner is ITaskNetwork { AssignPublicIp: var assign } && assign.Is(true) && task.Owner.IsFargate() == false)
        {
            task.AddToOwner("assignPublicIp", "is for Fargate only", "true", "false", "remove it: on instances tasks reach the internet through a NAT gateway");
        }
    }

    private static void CheckExposure(TaskCase task)
    {
        if (task.Owner is ITaskNetwork { AssignPublicIp: var assign } && assign.Is(true) && task.Owner.IsFargate() != false)
        {
            task.AddToOwner("assignPublicIp", "is on", "true", "false", "place the tasks in private subnets with a NAT gateway or VPC endpoints; or suppress this with the reason");
        }
    }

    private static void CheckServiceConnect(EcsServiceProps service, Report report)
    {
        if (service.ServiceConnect is not { } connect)
        {
            return;
        }
        var names = service.TaskDefinition.Containers.Values.SelectMany(container => container.PortMappings).Select(mapping => mapping.Name).Where(name => name is not null).ToList();
        foreach (var name in connect.Services.Keys.Where(name => !names.Any(known => known!.MayBe(name))))
        {
            report.Add($"serviceConnect.services.{name}", "is not the name of a port", Quoted.Of(name), names.Count == 0 ? "a name of a port of the task definition, which has none" : $"one of {string.Join(", ", names)}", "set name on the port mapping");
        }
        foreach (var (name, _) in connect.Services.Where(entry => entry.Value.ClientDnsName is not null && entry.Value.ClientPort is null))
        {
            report.Add($"serviceConnect.services.{name}.clientDnsName", "needs a port", "clientDnsName", "clientDnsName with clientPort", "set clientPort");
        }
        if (service.TaskDefinition.NetworkMode.TryGetLiteral(out var mode) && mode is NetworkMode.Host or NetworkMode.None)
        {
            report.Add("serviceConnect", $"is not possible with {Spelling.Of(mode)}", Spelling.Of(mode), "awsvpc or bridge", "change the network mode");
        }
        if (connect.NamespaceArn is null && service.Cluster.Props is { ServiceConnectNamespaceArn: null })
        {
            report.Add("serviceConnect.namespaceArn", "is missing", null, "the ARN of a Cloud Map namespace", "set it here, or serviceConnectNamespaceArn on the cluster");
        }
    }

    private static void CheckExec(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (task.Owner.EnableExecuteCommand.Is(true) && !task.Task.IsWindows && container.ReadonlyRootFilesystem?.MayBe(false) != true && !AgentDirectories.All(directory => HasWritableVolume(container, directory)))
            {
                task.Add($"{path}.readonlyRootFilesystem", "is on, and ECS Exec writes", container.ReadonlyRootFilesystem is null ? null : "true", $"false, or writable volumes in {string.Join(" and ", AgentDirectories)}", "mount the volumes, set it to false, or remove enableExecuteCommand");
            }
        }
    }

    /// <summary>Whether a volume that can be written is mounted in a directory or above it, or only Terraform knows.</summary>
    private static bool HasWritableVolume(ContainerProps container, string directory) => container.MountPoints.Any(mount =>
        !mount.ReadOnly.Is(true) && (!mount.ContainerPath.TryGetLiteral(out var path) || $"{directory}/".StartsWith($"{path.TrimEnd('/')}/", StringComparison.Ordinal)));
}
