using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What follows from where a container's output goes.</summary>
internal static class LogConfigurationExtensions
{
    /// <summary>Whether it goes to CloudWatch Logs.</summary>
    internal static bool IsAwslogs(this LogConfigurationProps log) => log.LogDriver.Is(LogDriver.Awslogs);

    /// <summary>Whether it goes to the task's own log group.</summary>
    internal static Value<bool> WritesToGroup(this LogConfigurationProps log) => log.LogDriver.IsAnyOf(LogDriver.Awslogs) & !Presence.OfKey(log.Options, "awslogs-group");

    /// <summary>Whether any container's output goes to the task's own log group.</summary>
    internal static Value<bool> WritesToGroup(this TaskDefinitionProps task) => Value.Any(task.Containers.Values.Select(container => container.Log.WritesToGroup()));
}
