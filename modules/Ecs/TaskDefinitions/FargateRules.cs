using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What holds of tasks on Fargate.</summary>
internal static class FargateRules
{
    private const string LeastPlatform = "1.4.0";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TASK101", "A task on Fargate has one of the sizes that there are.", "RegisterTaskDefinition rejects it with \"No Fargate configuration exists for given values\".", "cfn-lint fargate_cpu_memory.json; ECS task size")
            .ForTasks(CheckSize),
        Rule.Error("TASK102", "A task on Fargate has the network mode awsvpc.", "RegisterTaskDefinition rejects it.", "cfn-lint E3048; ECS RegisterTaskDefinitionRequest.networkMode")
            .ForTasks(CheckNetworkMode),
        Rule.Error("TASK103", "A Windows task on Fargate has 1024, 2048 or 4096 CPU units.", "RegisterTaskDefinition rejects it.", "ECS task size; CDK fargate-task-definition")
            .ForTasks(CheckWindows),
        Rule.Error("TASK104", "A task on Fargate has nothing of an instance: no privileged container, no Docker volume, no directory, device, swap or shared memory of the host, no placement constraint, no GPU, no process namespace of the host, no shared memory namespace.", "RegisterTaskDefinition rejects it.", "ECS task definition differences for Fargate; cfn-lint E3048")
            .ForTasks(CheckHost),
        Rule.Error("TASK105", "A container on Fargate logs by awslogs, splunk or awsfirelens.", "RegisterTaskDefinition rejects it.", "cfn-lint fargate_properties.json")
            .ForTasks(CheckLogDriver),
        Rule.Error("TASK114", "On Fargate a container's stop timeout is at most 120 seconds and its start timeout 2 to 120.", "RegisterTaskDefinition rejects it.", "ECS ContainerDefinition.startTimeout, stopTimeout")
            .ForTasks(CheckTimeouts),
        Rule.Error("TASK115", "A task's own disk is 21 to 200 GiB, on Fargate, for Linux with platform version 1.4.0 or later.", "RegisterTaskDefinition or RunTask rejects it.", "ECS EphemeralStorage; Fargate platform versions: Linux 1.4.0, Windows 1.0.0")
            .ForTasks(CheckDisk)
            .Bounding<TaskDefinitionProps>("ephemeralStorageGiB", new NumberBetween(21, 200, "GiB")),
    ];

    private static void CheckSize(TaskCase task)
    {
        if (!task.IsFargate || task.Task.Cpu is { IsLiteral: false } || task.Task.MemoryMiB is { IsLiteral: false } || FargateSize.Of(task.Task) is not null)
        {
            return;
        }
        var hasCpu = task.Task.Cpu.IsLiteral(out var cpu);
        var hasMemory = task.Task.MemoryMiB.IsLiteral(out var memory);
        if (hasCpu && !FargateSize.Table.TryGetValue(cpu, out _))
        {
            task.Add("cpu", "is not a size of Fargate", $"{cpu}", string.Join(", ", FargateSize.Table.Keys), "use one of them, or remove it to have the cheapest chosen that holds the containers");
        }
        else if (hasCpu && hasMemory && !FargateSize.Table[cpu].Contains(memory))
        {
            task.Add("memoryMiB", $"is not a size of Fargate with {cpu} CPU units", $"{memory}", Describe(FargateSize.Table[cpu]), "use one of them, or remove it to have the cheapest chosen that holds the containers");
        }
        else if (hasMemory && !FargateSize.Table.Values.Any(row => row.Contains(memory)))
        {
            task.Add("memoryMiB", "is not a size of Fargate", $"{memory}", "512 or a multiple of 1024 that ECS lists", "use one of them, or remove it to have the cheapest chosen that holds the containers");
        }
        else if (!hasCpu || !hasMemory)
        {
            task.Add("", "has containers that no size of Fargate holds", Needs(task.Task), Most(task.Task), "make the containers smaller, or set a cpu and memoryMiB that go together");
        }
    }

    private static string Needs(TaskDefinitionProps task) =>
        $"{FargateSize.Sum(task, container => container.Cpu)} CPU units and {FargateSize.Sum(task, container => container.MemoryMiB ?? container.MemoryReservationMiB)} MiB{(task.Cpu is null && task.MemoryMiB is null ? "" : $" with {(task.Cpu is null ? $"memoryMiB {task.MemoryMiB}" : $"cpu {task.Cpu}")}")}";

    private static string Most(TaskDefinitionProps task) =>
        task.Cpu.IsLiteral(out var cpu) ? $"at most {FargateSize.Table[cpu][^1]} MiB with {cpu} CPU units"
        : task.MemoryMiB.IsLiteral(out var memory) ? $"at most {FargateSize.Table.Last(row => row.Value.Contains(memory)).Key} CPU units with {memory} MiB"
        : "at most 32768 CPU units and 249856 MiB";

    /// <summary>A long row as its limits and its step.</summary>
    private static string Describe(IReadOnlyList<int> memory) => memory.Count <= 4 ? string.Join(", ", memory) : $"{memory[0]} to {memory[^1]} in steps of {memory[1] - memory[0]}";

    private static void CheckNetworkMode(TaskCase task)
    {
        if (task.IsFargate && task.Task.NetworkMode.TryGetLiteral(out var mode) && mode != NetworkMode.Awsvpc)
        {
            task.Add("networkMode", "is not possible on Fargate", Spelling.Of(mode), "awsvpc", "remove it, or run the tasks on EC2");
        }
    }

    private static void CheckWindows(TaskCase task)
    {
        if (task.IsFargate && task.Task.IsWindows && task.Task.Cpu.IsLiteral(out var cpu) && cpu is not (1024 or 2048 or 4096) && FargateSize.Table.ContainsKey(cpu))
        {
            task.Add("cpu", "is not a size of Fargate for Windows", $"{cpu}", "1024, 2048 or 4096", "use one of them, or remove it to have the cheapest chosen that holds the containers");
        }
    }

    private static void CheckHost(TaskCase task)
    {
        if (!task.IsFargate)
        {
            return;
        }
        const string What = "is not possible on Fargate";
        const string Fix = "remove it, or run the tasks on EC2";
        foreach (var (name, volume) in task.Task.Volumes)
        {
            task.Refuse($"volumes.{name}.hostPath", volume.HostPath, What, Fix);
            if (volume.Docker is not null)
            {
                task.Add($"volumes.{name}.docker", What, "a Docker volume", "an empty volume or one in EFS", Fix);
            }
        }
        if (task.Task.PidMode?.Is(PidMode.Host) == true)
        {
            task.Add("pidMode", What, "host", "task", Fix);
        }
        if (task.Task.IpcMode is { } ipc && ipc.TryGetLiteral(out var mode) && mode != IpcMode.None)
        {
            task.Add("ipcMode", What, Spelling.Of(mode), "none", Fix);
        }
        if (task.Task.PlacementConstraints.Count > 0)
        {
            task.Add("placementConstraints", What, $"{task.Task.PlacementConstraints.Count}", "none", Fix);
        }
        foreach (var (path, _, container) in task.Containers)
        {
            CheckHost(task, path, container, What, Fix);
        }
    }

    private static void CheckHost(TaskCase task, string path, ContainerProps container, string what, string fix)
    {
        if (container.Privileged?.Is(true) == true)
        {
            task.Add($"{path}.privileged", what, "true", "false", fix);
        }
        if (container.ResourceRequirements.Count > 0)
        {
            task.Add($"{path}.resourceRequirements", what, Spelling.Of(container.ResourceRequirements[0].Type), "none", fix);
        }
        if (container.DockerSecurityOptions.Count > 0)
        {
            task.Add($"{path}.dockerSecurityOptions", what, $"{container.DockerSecurityOptions.Count}", "none", fix);
        }
        if (container.LinuxParameters is not { } linux)
        {
            return;
        }
        if (linux.Devices.Count > 0)
        {
            task.Add($"{path}.linuxParameters.devices", what, $"{linux.Devices.Count}", "none", fix);
        }
        task.Refuse($"{path}.linuxParameters.sharedMemorySizeMiB", linux.SharedMemorySizeMiB, what, fix);
        task.Refuse($"{path}.linuxParameters.maxSwapMiB", linux.MaxSwapMiB, what, fix);
        task.Refuse($"{path}.linuxParameters.swappiness", linux.Swappiness, what, fix);
        foreach (var capability in linux.AddCapabilities.Where(capability => capability.TryGetLiteral(out var name) && name != "SYS_PTRACE"))
        {
            task.Add($"{path}.linuxParameters.addCapabilities", what, Quoted.Of(capability.ToString()), "SYS_PTRACE", fix);
        }
    }

    private static void CheckLogDriver(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (task.IsFargate && container.Log.LogDriver.TryGetLiteral(out var driver) && driver is not (LogDriver.Awslogs or LogDriver.Splunk or LogDriver.Awsfirelens))
            {
                task.Add($"{path}.log.logDriver", "is not possible on Fargate", Spelling.Of(driver), "awslogs, splunk, awsfirelens", "use one of them, or run the tasks on EC2");
            }
        }
    }

    private static void CheckTimeouts(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (task.IsFargate)
            {
                task.CheckBounds($"{path}.startTimeoutSeconds", container.StartTimeoutSeconds, 2, 120, "seconds");
                task.CheckBounds($"{path}.stopTimeoutSeconds", container.StopTimeoutSeconds, 0, 120, "seconds");
            }
        }
    }

    private static void CheckDisk(TaskCase task)
    {
        task.CheckBounds("ephemeralStorageGiB", task.Task.EphemeralStorageGiB, 21, 200, "GiB", "use a size that is allowed, or remove it to get 20 GiB");
        if (task.Task.EphemeralStorageGiB is null)
        {
            return;
        }
        if (task.Owner.IsFargate() == false)
        {
            task.Refuse("ephemeralStorageGiB", task.Task.EphemeralStorageGiB, "is for Fargate only", "remove it: on instances a task uses their disks");
        }
        else if (!task.Task.IsWindows && task.Owner.PlatformVersion.IsLiteral(out var version) && Version.TryParse(version, out var parsed) && parsed < Version.Parse(LeastPlatform))
        {
            task.Add("ephemeralStorageGiB", "needs a later platform version", $"{task.Task.EphemeralStorageGiB} with {version}", "platform version 1.4.0 or later", "remove platformVersion");
        }
    }
}
