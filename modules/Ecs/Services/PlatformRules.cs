using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>What holds of the version of Fargate that tasks run on.</summary>
internal static class PlatformRules
{
    private static readonly Version LeastForFiles = new(1, 4, 0);

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SVC324", "A platform version is for tasks on Fargate.", "CreateService and RunTask reject it: the platform version must be null when specifying an EC2 launch type.", "ECS CreateServiceRequest.platformVersion")
            .ForTasks(CheckInstances),
        Rule.Error("SVC325", "Volumes in EFS need the platform version 1.4.0 or later on Fargate.", "CreateService and RunTask reject it.", "ECS EFSVolumeConfiguration; ECS guide, EFS volumes: Fargate platform version 1.4.0")
            .ForTasks(CheckFiles),
    ];

    private static void CheckInstances(TaskCase task)
    {
        if (task.Owner.PlatformVersion is { } version && task.Owner.IsFargate() == false)
        {
            task.AddToOwner("platformVersion", "is for Fargate only", $"{version}", "nothing", "remove it, or run the tasks on Fargate");
        }
    }

    private static void CheckFiles(TaskCase task)
    {
        if (task.IsFargate && task.Task.Volumes.Values.Any(volume => volume.Efs is not null) && task.Owner.PlatformVersion.IsLiteral(out var version) && Version.TryParse(version, out var parsed) && parsed < LeastForFiles)
        {
            task.AddToOwner("platformVersion", "has no volumes in EFS", version, "1.4.0 or later", "remove it");
        }
    }
}
