using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>The Linux part of a container's JSON.</summary>
internal static class LinuxParameters
{
    /// <summary>The JSON; empty where nothing is set.</summary>
    /// <param name="given">What is set.</param>
    /// <param name="hasExec">Whether ECS Exec may open a shell; without an init process what it starts stays behind.</param>
    internal static JsonMap Of(LinuxParametersProps? given, Value<bool> hasExec)
    {
        var parameters = given ?? new();
        return new(
            ("capabilities", new JsonMap(("add", parameters.AddCapabilities), ("drop", parameters.DropCapabilities))),
            ("devices", parameters.Devices.Select(device => new JsonMap(("hostPath", device.HostPath), ("containerPath", device.ContainerPath), ("permissions", device.Permissions)))),
            ("initProcessEnabled", parameters.InitProcessEnabled.Or(Value.When<bool>(hasExec, true, null))),
            ("maxSwap", parameters.MaxSwapMiB),
            ("sharedMemorySize", parameters.SharedMemorySizeMiB),
            ("swappiness", parameters.Swappiness),
            ("tmpfs", parameters.Tmpfs.Select(tmpfs => new JsonMap(("containerPath", tmpfs.ContainerPath), ("size", tmpfs.SizeMiB), ("mountOptions", tmpfs.MountOptions)))));
    }
}
