using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Defaults of containers that are there to be kept.</summary>
internal static class SecureContainerRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Warning("TASK250", "A container does not run as root, and is not privileged.", "Who breaks out of the program has more to work with.", "AWS Security Hub ECS.4; checkov")
            .ForTasks(CheckUser),
        Rule.Warning("TASK251", "A container cannot write to its own file system, unless ECS Exec needs it to.", "Who breaks into the program can change it.", "AWS Security Hub ECS.5; checkov CKV_AWS_336")
            .ForTasks(CheckFileSystem),
    ];

    private static void CheckUser(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (container.User.IsLiteral(out var user) && user.Split(':')[0] is "root" or "0")
            {
                task.Add($"{path}.user", "is root", Quoted.Of(user), "any other user", "remove it, and let the program listen on a port from 1024 on and write to volumes only; or suppress this with the reason");
            }
            if (container.Privileged?.Is(true) == true && !task.IsFargate)
            {
                task.Add($"{path}.privileged", "makes the container root on its instance", "true", "false", "remove it, and add the one capability that is needed; or suppress this with the reason");
            }
        }
    }

    private static void CheckFileSystem(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (container.ReadonlyRootFilesystem?.Is(false) == true && !task.Owner.EnableExecuteCommand.Is(true) && !task.Task.IsWindows)
            {
                task.Add($"{path}.readonlyRootFilesystem", "is off", "false", "true", "remove it, and mount a volume where the program writes; or suppress this with the reason");
            }
        }
    }
}
