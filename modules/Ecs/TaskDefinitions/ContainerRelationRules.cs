using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What holds between the containers of a task, and between them and its volumes.</summary>
internal static class ContainerRelationRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TASK111", "A container depends on containers of its task, in no circle; on what it waits to end for is not essential, on what it waits to be healthy for has a health check.", "RegisterTaskDefinition rejects it, or the task never starts.", "ECS ContainerDependency; Copilot validateContainerDeps")
            .ForTasks(CheckDependencies),
        Rule.Error("TASK117", "A mount point names a volume of the task; volumesFrom names another container of the task.", "RegisterTaskDefinition rejects it.", "ECS MountPoint, VolumeFrom")
            .ForTasks(CheckMounts),
    ];

    private static void CheckDependencies(TaskCase task)
    {
        foreach (var (path, name, container) in task.Containers)
        {
            foreach (var (other, condition) in container.DependsOn)
            {
                CheckDependency(task, $"{path}.dependsOn.{other}", other, condition);
            }
            if (CircleFrom(name, task.Task) is { } circle)
            {
                task.Add($"{path}.dependsOn", "leads back to the container itself", string.Join(" → ", circle), "dependencies without a circle", "remove one of them");
            }
        }
    }

    private static void CheckDependency(TaskCase task, string path, string other, Value<ContainerCondition> condition)
    {
        if (!task.Task.Containers.TryGetValue(other, out var target))
        {
            task.Add(path, "is not a container of the task", Quoted.Of(other), $"one of {string.Join(", ", task.Task.Containers.Keys)}", "name one of them");
            return;
        }
        if (condition.TryGetLiteral(out var literal) && literal is ContainerCondition.Complete or ContainerCondition.Success && target.Essential.Is(true))
        {
            task.Add(path, "waits for an essential container to end, and the task ends with it", $"{condition}", "START or HEALTHY for an essential container", $"set essential: false on {other}, or change the condition");
        }
        if (condition.Is(ContainerCondition.Healthy) && target.HealthCheck is null)
        {
            task.Add(path, "waits for a container to be healthy that has no health check", "HEALTHY", "HEALTHY for a container with healthCheck", $"add healthCheck to {other}, or use START");
        }
    }

    /// <summary>The shortest way from a container back to itself; null where there is none, or where another container's name comes first in it.</summary>
    private static List<string>? CircleFrom(string start, TaskDefinitionProps task)
    {
        var ways = new Queue<List<string>>([[start]]);
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            foreach (var next in task.Containers[way[^1]].DependsOn.Keys.Where(task.Containers.ContainsKey))
            {
                if (next == start)
                {
                    return way.Min(StringComparer.Ordinal) == start ? [.. way, start] : null;
                }
                if (seen.Add(next))
                {
                    ways.Enqueue([.. way, next]);
                }
            }
        }
        return null;
    }

    private static void CheckMounts(TaskCase task)
    {
        foreach (var (path, name, container) in task.Containers)
        {
            for (var index = 0; index < container.MountPoints.Count; index++)
            {
                var mount = container.MountPoints[index];
                if (mount.SourceVolume.TryGetLiteral(out var volume) && !task.Task.Volumes.ContainsKey(volume))
                {
                    task.Add($"{path}.mountPoints[{index}].sourceVolume", "is not a volume of the task", Quoted.Of(volume), task.Task.Volumes.Count == 0 ? "a name from volumes, which has none" : $"one of {string.Join(", ", task.Task.Volumes.Keys)}", "declare it under volumes, or name one that is");
                }
            }
            for (var index = 0; index < container.VolumesFrom.Count; index++)
            {
                if (container.VolumesFrom[index].SourceContainer.TryGetLiteral(out var source) && (source == name || !task.Task.Containers.ContainsKey(source)))
                {
                    task.Add($"{path}.volumesFrom[{index}].sourceContainer", source == name ? "is the container itself" : "is not a container of the task", Quoted.Of(source), "another container of the task", "name another");
                }
            }
        }
    }
}
