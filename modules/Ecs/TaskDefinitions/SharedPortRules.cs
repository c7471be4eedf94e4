using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What holds between the ports of a task's containers.</summary>
internal static class SharedPortRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TASK323", "With awsvpc and host the containers of a task map different ports; with bridge different fixed ports of the host.", "The containers have one network: RegisterTaskDefinition rejects it, or one of them cannot listen.", "ECS PortMapping.hostPort; Copilot validateExposedPorts")
            .ForTasks(Check),
    ];

    private static void Check(TaskCase task)
    {
        if (!task.Task.NetworkMode.TryGetLiteral(out var mode) || mode == NetworkMode.None)
        {
            return;
        }
        var owners = new Dictionary<(int Port, Value<TransportProtocol> Protocol), (string Path, string Container)>();
        foreach (var (path, name, container) in task.Containers)
        {
            for (var index = 0; index < container.PortMappings.Count; index++)
            {
                var mapping = container.PortMappings[index];
                var property = mode == NetworkMode.Bridge ? "hostPort" : "containerPort";
                if (!(mode == NetworkMode.Bridge ? mapping.HostPort : mapping.ContainerPort).IsLiteral(out var port) || port == 0)
                {
                    continue;
                }
                if (!owners.TryAdd((port, mapping.Protocol), (path, name)) && owners[(port, mapping.Protocol)].Path != path)
                {
                    task.Add($"{path}.portMappings[{index}].{property}", $"is a port of container {owners[(port, mapping.Protocol)].Container} too", $"{port} as {mapping.Protocol} with {Spelling.Of(mode)}", "a port of its own", "let one of the two listen on another port");
                }
            }
        }
    }
}
