using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What holds of a task definition as a whole.</summary>
internal static class TaskDefinitionRules
{
    private const int MostContainers = 10;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TASK100", "A task definition's family has 1 to 255 letters, digits, hyphens and underscores.", "RegisterTaskDefinition rejects it.", "ECS RegisterTaskDefinitionRequest.family")
            .Requires((TaskDefinitionProps task) => task.Family, new TextMatching("^[A-Za-z0-9_-]{1,255}$", 255, "1 to 255 letters, digits, hyphens and underscores"), "choose another name, or remove it to get one of the stack's and its own"),
        Rule.Error("TASK107", "A task has 1 to 10 containers, one of them essential, each under a name of 1 to 255 letters, digits, hyphens and underscores.", "RegisterTaskDefinition rejects it.", "ECS ContainerDefinition.essential, name; cfn-lint containerdefinitions_essential.json")
            .ForTasks(CheckContainers),
        Rule.Error("TASK112", "A container's memory is at least its reservation; the containers together ask for no more than the task has; on instances a task without a size has containers with one.", "RegisterTaskDefinition rejects it.", "ECS ContainerDefinition.memory, memoryReservation, cpu")
            .ForTasks(CheckAmounts)
            .Bounding<TaskDefinitionProps>("containers.*.memoryMiB", new NumberAtLeast(6, "MiB"))
            .Bounding<TaskDefinitionProps>("containers.*.memoryReservationMiB", new NumberAtLeast(6, "MiB")),
        Rule.Error("TASK116", "A volume is of one kind. An EFS volume with an access point has no other root directory; with an access point or IAM it is encrypted on its way. Windows has no EFS volumes.", "RegisterTaskDefinition rejects it.", "ECS EFSVolumeConfiguration, EFSAuthorizationConfig")
            .ForTasks(CheckVolumes),
        Rule.Warning("TASK123", "The task role and the execution role are different ones.", "What runs in the container could read every secret and image that ECS needs to start it.", "checkov CKV_AWS_249")
            .For<TaskDefinitionProps>(CheckRoles),
        Rule.Error("IAM175", "A role's name has 1 to 64 letters, digits and the characters +=,.@_-; a log group keeps its events for a number of days that CloudWatch Logs has.", "CreateRole or PutRetentionPolicy rejects it.", "IAM CreateRoleRequest.RoleName; CloudWatch Logs PutRetentionPolicyRequest.retentionInDays")
            .ForTasks(CheckNames)
            .Bounding<TaskDefinitionProps>("taskRoleName", RoleRules.Name)
            .Bounding<TaskDefinitionProps>("executionRoleName", RoleRules.Name),
    ];

    private static void CheckContainers(TaskCase task)
    {
        var containers = task.Task.Containers;
        if (containers.Count is 0 or > MostContainers)
        {
            task.Add("containers", containers.Count == 0 ? "has no container" : "has too many containers", containers.Count == 0 ? null : $"{containers.Count}", $"1 to {MostContainers}", containers.Count == 0 ? "add one" : "divide them between two tasks");
        }
        else if (containers.Values.All(container => container.Essential.Is(false)))
        {
            task.Add("containers", "has no essential container", "essential: false for each", "at least one essential container", "remove essential: false from the one that the task is for");
        }
        var name = new TextMatching("^[A-Za-z0-9_-]{1,255}$", 255, "1 to 255 letters, digits, hyphens and underscores");
        foreach (var (path, container, _) in task.Containers.Where(container => !name.Accepts(container.Name)))
        {
            task.Add(path, "has a name that is not legal", Quoted.Of(container), name.Allowed, "choose another name");
        }
    }

    private static void CheckAmounts(TaskCase task)
    {
        foreach (var (path, _, container) in task.Containers)
        {
            if (container.MemoryMiB.IsLiteral(out var memory) && container.MemoryReservationMiB.IsLiteral(out var reservation) && memory < reservation)
            {
                task.Add($"{path}.memoryMiB", "is less than the reservation", $"{memory} with memoryReservationMiB {reservation}", $"{reservation} MiB or more", "raise it, or lower the reservation");
            }
            if (task.Owner.IsFargate() == false && task.Task.MemoryMiB is null && container.MemoryMiB is null && container.MemoryReservationMiB is null)
            {
                task.Add($"{path}.memoryMiB", "is missing", null, "a number of MiB", "set it or memoryReservationMiB, or set memoryMiB of the task");
            }
            task.CheckBounds($"{path}.memoryMiB", container.MemoryMiB, 6, int.MaxValue, "MiB");
            task.CheckBounds($"{path}.memoryReservationMiB", container.MemoryReservationMiB, 6, int.MaxValue, "MiB");
        }
        CheckSum(task, "cpu", task.Task.Cpu, container => container.Cpu, "CPU units");
        CheckSum(task, "memoryMiB", task.Task.MemoryMiB, container => container.MemoryMiB ?? container.MemoryReservationMiB, "MiB");
    }

    private static void CheckSum(TaskCase task, string property, Value<int>? limit, Func<ContainerProps, Value<int>?> amount, string unit)
    {
        var sum = FargateSize.Sum(task.Task, amount);
        if (limit.IsLiteral(out var size) && sum > size)
        {
            task.Add(property, "is less than the containers ask for", $"{size} for {sum} {unit}", $"{sum} {unit} or more", task.IsFargate ? "raise it to a size that ECS has, or lower the containers'" : "raise it, or lower the containers'");
        }
    }

    private static void CheckVolumes(TaskCase task)
    {
        foreach (var (name, volume) in task.Task.Volumes)
        {
            var kinds = new[] { ("hostPath", volume.HostPath is not null), ("efs", volume.Efs is not null), ("docker", volume.Docker is not null) }.Where(kind => kind.Item2).Select(kind => kind.Item1).ToList();
            if (kinds.Count > 1)
            {
                task.Add($"volumes.{name}", "is of several kinds", string.Join(" and ", kinds), "at most one of hostPath, efs, docker", "keep one");
            }
            if (volume.Efs is not { } efs)
            {
                continue;
            }
            if (task.Task.IsWindows)
            {
                task.Add($"volumes.{name}.efs", "is not possible on Windows", $"{task.Task.OperatingSystemFamily}", "LINUX", "use FSx outside this manifest, or run on Linux");
            }
            if (efs.AccessPointId is not null && efs.RootDirectory.IsLiteral(out var root) && root != "/")
            {
                task.Add($"volumes.{name}.efs.rootDirectory", "cannot be chosen with an access point, which has one", Quoted.Of(root), "nothing, or \"/\"", "remove it");
            }
            if (efs.TransitEncryption.Is(EfsTransitEncryption.Disabled) && (efs.AccessPointId is not null || efs.IamAuthorization.Is(true)))
            {
                task.Add($"volumes.{name}.efs.transitEncryption", $"is needed for {(efs.AccessPointId is null ? "IAM authorization" : "an access point")}", "DISABLED", "ENABLED", "remove it");
            }
        }
    }

    private static void CheckRoles(TaskDefinitionProps task, Report report)
    {
        if (task.TaskRoleArn is not null && task.TaskRoleArn == task.ExecutionRoleArn)
        {
            report.Add("taskRoleArn", "is the execution role too", Quoted.Of(task.TaskRoleArn.ToString()), "a role of its own", "remove executionRoleArn to get one with exactly what the task needs, or name another role");
        }
    }

    private static void CheckNames(TaskCase task)
    {
        foreach (var (property, name) in new[] { ("taskRoleName", task.Task.TaskRoleName), ("executionRoleName", task.Task.ExecutionRoleName) })
        {
            if (name.IsLiteral(out var text) && !RoleRules.Name.Accepts(text))
            {
                task.Add(property, RoleRules.Name.Violation, Quoted.Of(text), RoleRules.Name.Allowed, "choose another name, or remove it to get a generated one");
            }
        }
        if (LogRetention.Mistake(task.Task.LogGroup) is { } days)
        {
            task.Add("logGroup.retentionDays", "is not one that CloudWatch Logs has", days, LogRetention.Allowed, "use one of them");
        }
    }
}
