using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Names;

namespace Orchestrator.Modules.Ecs;

/// <summary>Names in AWS of what belongs to clusters and tasks.</summary>
internal static class EcsNames
{
    /// <summary>The log group of a task.</summary>
    internal static string TaskLogGroup(string stack, string own) => $"/ecs/{stack}/{own}";

    /// <summary>The log group of a cluster's ECS Exec.</summary>
    internal static string ExecLogGroup(string stack, string own) => $"/ecs/exec/{stack}/{own}";

    /// <summary>A service's own name of an alarm.</summary>
    internal static string Alarm(string own, string policy) => $"{own}-{policy}";

    /// <summary>The names of what a task definition brings with it.</summary>
    internal static IEnumerable<NamedResource?> OfTask(NamePlace place, TaskDefinitionProps task)
    {
        yield return place.Name(AwsNames.Family, "taskDefinition.family", task.Family);
        if (!task.WritesToGroup().Is(false))
        {
            yield return place.Name(AwsNames.LogGroup, "taskDefinition.logGroup.name", task.LogGroup.Name, stack => TaskLogGroup(stack, place.Own));
        }
        if (task.TaskRoleArn is null)
        {
            yield return place.Fixed(AwsNames.Role, "taskDefinition.taskRoleName", task.TaskRoleName);
        }
        if (task.ExecutionRoleArn is null)
        {
            yield return place.Fixed(AwsNames.Role, "taskDefinition.executionRoleName", task.ExecutionRoleName);
        }
    }
}
