using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What holds of log routers and of the containers that log through them.</summary>
internal static class FirelensRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TASK321", "A task in which a container logs by awsfirelens has one log router, and a task with a log router has such a container.", "RegisterTaskDefinition rejects it.", "ECS FirelensConfiguration; ECS guide, custom log routing; CDK task-definition.ts")
            .ForTasks(CheckRouters),
        Rule.Error("TASK322", "A log router's configuration is a file of the image, or on instances one in S3.", "RegisterTaskDefinition rejects it.", "ECS FirelensConfiguration.options; ECS guide, FireLens configuration: tasks on Fargate have the file configuration file type only")
            .ForTasks(CheckOptions),
    ];

    private static void CheckRouters(TaskCase task)
    {
        var routers = task.Containers.Where(container => container.Container.Firelens is not null).ToList();
        var senders = task.Containers.Where(container => container.Container.Log.LogDriver.Is(LogDriver.Awsfirelens)).ToList();
        var maySend = task.Containers.Any(container => container.Container.Log.LogDriver.MayBe(LogDriver.Awsfirelens));
        if (routers.Count == 0)
        {
            foreach (var (path, _, _) in senders)
            {
                task.Add($"{path}.log.logDriver", "needs a log router in the task", "awsfirelens", "a container of the task with firelens", "add a container with firelens, or use another log driver");
            }
        }
        else if (!maySend)
        {
            task.Add($"{routers[0].Path}.firelens", "routes the logs of no container", routers[0].Name, "a container with logDriver awsfirelens", "set logDriver: awsfirelens where logs are to be routed, or remove firelens");
        }
        foreach (var (path, _, _) in routers.Skip(1))
        {
            task.Add($"{path}.firelens", "is a second log router", string.Join(" and ", routers.Select(router => router.Name)), "one log router in a task", "remove firelens from the others");
        }
    }

    private static void CheckOptions(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (container.Firelens?.Options.TryGetValue("config-file-type", out var type) != true || !type.IsLiteral(out var text))
            {
                continue;
            }
            if (text is not ("file" or "s3"))
            {
                task.Add($"{path}.firelens.options.config-file-type", "is not where a configuration can be", Quoted.Of(text), "file or s3", "use one of the two");
            }
            else if (text == "s3" && task.IsFargate)
            {
                task.Add($"{path}.firelens.options.config-file-type", "is not possible on Fargate", "s3", "file", "put the configuration into the image, or let its init process fetch it, and name it with config-file-type: file");
            }
        }
    }
}
