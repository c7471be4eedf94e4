using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What holds of tasks on Windows.</summary>
internal static class WindowsRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TASK320", "A task on Windows runs on X86_64, not on FARGATE_SPOT, and its containers have no settings of Linux.", "RegisterTaskDefinition or RunTask rejects it.", "ECS ContainerDefinition.linuxParameters; ECS CapacityProviderStrategyItem: FARGATE_SPOT supports Linux tasks; ECS RuntimePlatform")
            .ForTasks(Check),
    ];

    private static void Check(TaskCase task)
    {
        if (!task.Task.IsWindows)
        {
            return;
        }
        if (task.Task.CpuArchitecture.Is(CpuArchitecture.Arm64))
        {
            task.Add("cpuArchitecture", "is not possible on Windows", $"ARM64 with {task.Task.OperatingSystemFamily}", "X86_64", "remove it, or run on Linux");
        }
        for (var index = 0; index < task.Owner.CapacityProviders.Count; index++)
        {
            if (task.Owner.CapacityProviders[index].Provider.Is("FARGATE_SPOT"))
            {
                task.AddToOwner($"capacityProviders[{index}].provider", "is for Linux only", $"FARGATE_SPOT with {task.Task.OperatingSystemFamily}", "FARGATE", "use FARGATE, or run on Linux");
            }
        }
        foreach (var (path, _, container) in task.Containers.Where(container => container.Container.LinuxParameters is not null))
        {
            task.Add($"{path}.linuxParameters", "is not possible on Windows", $"{task.Task.OperatingSystemFamily}", "nothing", "remove it, or run on Linux");
        }
    }
}
