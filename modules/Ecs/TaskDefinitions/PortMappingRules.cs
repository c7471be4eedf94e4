using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What holds of the ports of containers.</summary>
internal static class PortMappingRules
{
    internal const int FirstEphemeral = 32768;
    private const int MostReserved = 100;
    internal static readonly int[] Reserved = [22, 2375, 2376, 51678, 51679, 51680];
    private static readonly TextMatching Name = new("^[a-z0-9_][a-z0-9_-]{0,63}$", 64, "1 to 64 lower-case letters, digits, hyphens and underscores, not beginning with a hyphen");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TASK108", "With awsvpc and host a container's port is the same on the host; a mapping has a port or a range, from 1 to 65535.", "RegisterTaskDefinition rejects it.", "ECS PortMapping.hostPort; cfn-lint E3053")
            .ForTasks(task => ForEach(task, CheckHostPort))
            .Bounding<TaskDefinitionProps>("containers.*.portMappings[].containerPort", new NumberBetween(1, 65535))
            .Bounding<TaskDefinitionProps>("containers.*.portMappings[].hostPort", new NumberBetween(0, 65535)),
        Rule.Error("TASK109", "With bridge a fixed port of the host is none that Docker, the ECS agent or SSH uses and none from 32768 on; a task has at most 100 of them.", "The tasks are never placed, or take a port that another gets too.", "ECS PortMapping.hostPort")
            .ForTasks(CheckReserved),
        Rule.Error("TASK110", "A container's port is mapped once for each protocol, once in all in a service; the names of ports are unique in the task; an application protocol needs a name.", "RegisterTaskDefinition rejects it.", "ECS PortMapping.name, appProtocol; Copilot")
            .ForTasks(CheckNames)
            .Bounding<TaskDefinitionProps>("containers.*.portMappings[].name", Name),
    ];

    private static void ForEach(TaskCase task, Action<TaskCase, string, PortMappingProps> check)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            for (var index = 0; index < container.PortMappings.Count; index++)
            {
                check(task, $"{path}.portMappings[{index}]", container.PortMappings[index]);
            }
        }
    }

    private static void CheckHostPort(TaskCase task, string path, PortMappingProps mapping)
    {
        if ((mapping.ContainerPort is null) == (mapping.ContainerPortRange is null))
        {
            var isNone = mapping.ContainerPort is null;
            task.Add(path, isNone ? "has no port" : "has a port and a range", isNone ? null : $"containerPort {mapping.ContainerPort} and containerPortRange {mapping.ContainerPortRange}", "containerPort or containerPortRange", isNone ? "set containerPort" : "keep one");
        }
        task.CheckBounds($"{path}.containerPort", mapping.ContainerPort, 1, 65535, "");
        task.CheckBounds($"{path}.hostPort", mapping.HostPort, 0, 65535, "");
        if (mapping.HostPort.IsLiteral(out var host) && mapping.ContainerPort.IsLiteral(out var container) && host != container
            && task.Task.NetworkMode.TryGetLiteral(out var mode) && mode is NetworkMode.Awsvpc or NetworkMode.Host)
        {
            task.Add($"{path}.hostPort", $"is not the container's port, which {Spelling.Of(mode)} needs", $"{host}", $"{container}", "remove it");
        }
    }

    private static void CheckReserved(TaskCase task)
    {
        if (!task.Task.NetworkMode.Is(NetworkMode.Bridge))
        {
            return;
        }
        var count = 0;
        ForEach(task, (_, path, mapping) =>
        {
            if (!mapping.HostPort.IsLiteral(out var port) || port == 0)
            {
                return;
            }
            count++;
            if (Reserved.Contains(port) || (port >= FirstEphemeral && port <= 65535))
            {
                task.Add($"{path}.hostPort", port >= FirstEphemeral && !Reserved.Contains(port) ? "is one that Docker gives to other tasks" : "is in use on every instance", $"{port}", $"1 to {FirstEphemeral - 1} but {string.Join(", ", Reserved[..3])}; or 0 for a free one", "remove it to get a free port, or choose another");
            }
        });
        if (count > MostReserved)
        {
            task.Add("containers", "take more fixed ports than an instance has for tasks", $"{count}", $"at most {MostReserved}", "remove host ports to get free ones");
        }
    }

    private static void CheckNames(TaskCase task)
    {
        var ports = new HashSet<(string Container, int Port, Value<TransportProtocol>? Protocol)>();
        var names = new Dictionary<string, string>();
        var isService = task.Owner is EcsServiceProps;
        ForEach(task, (_, path, mapping) =>
        {
            var container = path[..path.IndexOf(".portMappings", StringComparison.Ordinal)];
            if (mapping.ContainerPort.IsLiteral(out var port) && !ports.Add((container, port, isService ? null : mapping.Protocol)))
            {
                task.Add($"{path}.containerPort", "is mapped twice", $"{port} as {mapping.Protocol}", isService ? "each port once in a service, for one protocol" : "each port once for each protocol", isService ? "remove one of the two, or serve the other protocol on another port" : "remove one of the two");
            }
            if (mapping.Name.IsLiteral(out var name))
            {
                if (!Name.Accepts(name))
                {
                    task.Add($"{path}.name", Name.Violation, Quoted.Of(name), Name.Allowed, "choose another name");
                }
                else if (!names.TryAdd(name, path))
                {
                    task.Add($"{path}.name", $"is the name of {names[name]} too", Quoted.Of(name), "a name of its own in the task", "choose another name");
                }
            }
            if (mapping.AppProtocol is not null && mapping.Name is null)
            {
                task.Add($"{path}.appProtocol", "needs a name for the port", $"{mapping.AppProtocol}", "appProtocol with name", "add name, or remove appProtocol");
            }
        });
    }
}
