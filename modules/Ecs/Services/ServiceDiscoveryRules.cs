using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>What holds of the ways in which other services find one: Service Connect and Cloud Map.</summary>
internal static class ServiceDiscoveryRules
{
    private const int FirstUnprivileged = 1024;
    private static readonly TextMatching DnsName = new("^[a-z0-9_.][a-z0-9_.-]{0,126}$", 127, "1 to 127 lower-case letters, digits, underscores, hyphens and dots, not beginning with a hyphen");
    private static readonly NumberBetween Port = new(0, 65535);
    private static readonly NumberAtLeast Timeout = new(0, "seconds");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC326", "Ports of Service Connect are 0 to 65535 and its timeouts 0 or more; a request has a timeout where the port names a protocol other than TCP; a name for clients is a DNS name in lower case.", "CreateService rejects it.", "ECS TimeoutConfiguration.perRequestTimeoutSeconds; ECS ServiceConnectClientAlias.dnsName, port")
            .For<EcsServiceProps>(CheckServices)
            .Bounding<EcsServiceProps>("serviceConnect.services.*.clientPort", Port)
            .Bounding<EcsServiceProps>("serviceConnect.services.*.ingressPort", Port)
            .Bounding<EcsServiceProps>("serviceConnect.services.*.idleTimeoutSeconds", Timeout)
            .Bounding<EcsServiceProps>("serviceConnect.services.*.perRequestTimeoutSeconds", Timeout),
        Rule.Error("SVC327", "In a namespace of Service Connect each name for clients with its port, and each discovery name, stands once.", "CreateService rejects it.", "ECS ServiceConnectClientAlias; ECS ServiceConnectService.discoveryName")
            .ForAll(CheckNames),
        Rule.Warning("SVC328", "The port on which Service Connect's proxy listens is above 1024.", "The proxy is not root, and CreateService is reported to reject lower ones.", "ECS ServiceConnectService.ingressPortOverride")
            .For<EcsServiceProps>(CheckIngress),
        Rule.Error("SVC329", "A Cloud Map service is given a port alone, or a container of the task with a port that it has; with bridge and host the latter.", "CreateService rejects it.", "ECS ServiceRegistry.containerName, containerPort, port")
            .For<EcsServiceProps>(CheckRegistry),
    ];

    private static void CheckServices(EcsServiceProps service, Report report)
    {
        foreach (var (name, connected) in service.ServiceConnect?.Services ?? new Dictionary<string, ServiceConnectServiceProps>())
        {
            var path = $"serviceConnect.services.{name}";
            Check($"{path}.clientPort", connected.ClientPort, Port);
            Check($"{path}.ingressPort", connected.IngressPort, Port);
            Check($"{path}.idleTimeoutSeconds", connected.IdleTimeoutSeconds, Timeout);
            Check($"{path}.perRequestTimeoutSeconds", connected.PerRequestTimeoutSeconds, Timeout);
            Check($"{path}.clientDnsName", connected.ClientDnsName, DnsName);
            var port = service.TaskDefinition.Containers.Values.SelectMany(container => container.PortMappings).FirstOrDefault(mapping => mapping.Name?.Is(name) == true);
            if (connected.PerRequestTimeoutSeconds is { } timeout && port is { AppProtocol: null })
            {
                report.Add($"{path}.perRequestTimeoutSeconds", "is not for TCP", $"{timeout} with no appProtocol", "nothing with TCP", "set appProtocol on the port mapping, or remove it");
            }
        }

        void Check(string property, IValue? value, Constraint constraint)
        {
            if (value?.Literal is { } literal && !constraint.Accepts(literal))
            {
                report.Add(property, constraint.Violation, Quoted.Of(literal), constraint.Allowed, "use a value that is allowed");
            }
        }
    }

    private static void CheckNames(Model model, Report report)
    {
        var aliases = new Dictionary<(Value<string> Namespace, string Name, int Port), string>();
        var discovered = new Dictionary<(Value<string> Namespace, string Name), string>();
        foreach (var service in model.Of<EcsServiceProps>().Where(service => service.Props.ServiceConnect is not null))
        {
            var connect = service.Props.ServiceConnect!;
            var space = connect.NamespaceArn ?? service.Props.Cluster.Props?.ServiceConnectNamespaceArn ?? service.Props.Cluster.Arn;
            foreach (var (port, connected) in connect.Services)
            {
                var path = $"serviceConnect.services.{port}";
                var place = service.WrittenAt(path);
                if ((connected.DiscoveryName ?? port).TryGetLiteral(out var name) && !discovered.TryAdd((space, name), place))
                {
                    report.At(service).Add(connected.DiscoveryName is null ? path : $"{path}.discoveryName", $"is the discovery name of {discovered[(space, name)]} too", Quoted.Of(name), "a name of its own in the namespace", "set another discoveryName");
                }
                if (connected.ClientDnsName.IsLiteral(out var alias) && connected.ClientPort.IsLiteral(out var number) && !aliases.TryAdd((space, alias, number), place))
                {
                    report.At(service).Add($"{path}.clientDnsName", $"is the name of {aliases[(space, alias, number)]} too", $"{Quoted.Of(alias)} with port {number}", "a name and port of its own in the namespace", "change the name or the port");
                }
            }
        }
    }

    private static void CheckIngress(EcsServiceProps service, Report report)
    {
        foreach (var (name, connected) in service.ServiceConnect?.Services ?? new Dictionary<string, ServiceConnectServiceProps>())
        {
            if (connected.IngressPort.IsLiteral(out var port) && port is > 0 and <= FirstUnprivileged)
            {
                report.Add($"serviceConnect.services.{name}.ingressPort", "is one that only root can listen on", $"{port}", $"{FirstUnprivileged + 1} to 65535", "use a port that is allowed, or remove it");
            }
        }
    }

    private static void CheckRegistry(EcsServiceProps service, Report report)
    {
        if (service.ServiceRegistry is not { } registry)
        {
            return;
        }
        var needsContainer = service.TaskDefinition.NetworkMode.TryGetLiteral(out var mode) && mode is NetworkMode.Bridge or NetworkMode.Host;
        if (registry.Container is null != registry.ContainerPort is null)
        {
            var (given, missing) = registry.Container is null ? ("containerPort", "container") : ("container", "containerPort");
            report.Add($"serviceRegistry.{missing}", $"is missing beside {given}", null, "container with containerPort", $"add it, or remove {given}");
        }
        else if (registry.Port is not null && registry.Container is not null)
        {
            report.Add("serviceRegistry.port", "stands beside container and containerPort", $"{registry.Port}", "port alone, or container with containerPort", "remove port, or the other two");
        }
        else if (needsContainer && registry.Container is null)
        {
            report.Add("serviceRegistry.container", $"is missing with {Spelling.Of(mode)}", null, "a container of the task, with containerPort", $"add container and containerPort{(registry.Port is null ? "" : " in place of port")}");
        }
        if (registry.Container.IsLiteral(out var name) && !service.TaskDefinition.Containers.ContainsKey(name))
        {
            report.Add("serviceRegistry.container", "is not a container of the task", Quoted.Of(name), $"one of {string.Join(", ", service.TaskDefinition.Containers.Keys)}", "name one of them");
        }
        else if (registry.Container.IsLiteral(out name) && registry.ContainerPort.IsLiteral(out var port) && service.TaskDefinition.Containers[name].PortMappings is var mappings
            && !mappings.Any(mapping => mapping.ContainerPort?.MayBe(port) == true || mapping.MayHold(port)))
        {
            report.Add("serviceRegistry.containerPort", $"is not a port of container {name}", $"{port}", mappings.Count == 0 ? "a port of the container, which has none" : $"one of {string.Join(", ", mappings.Select(mapping => mapping.ContainerPort))}", "name one of them, or add a port mapping");
        }
    }
}
