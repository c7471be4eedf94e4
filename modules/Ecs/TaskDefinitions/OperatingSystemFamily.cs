using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>The operating system that a task's containers need.</summary>
public enum OperatingSystemFamily
{
    /// <summary>Linux.</summary>
    [JsonStringEnumMemberName("LINUX")]
    Linux,

    /// <summary>Windows Server 2019, Full.</summary>
    [JsonStringEnumMemberName("WINDOWS_SERVER_2019_FULL")]
    WindowsServer2019Full,

    /// <summary>Windows Server 2019, Core.</summary>
    [JsonStringEnumMemberName("WINDOWS_SERVER_2019_CORE")]
    WindowsServer2019Core,

    /// <summary>Windows Server 2022, Full.</summary>
    [JsonStringEnumMemberName("WINDOWS_SERVER_2022_FULL")]
    WindowsServer2022Full,

    /// <summary>Windows Server 2022, Core.</summary>
    [JsonStringEnumMemberName("WINDOWS_SERVER_2022_CORE")]
    WindowsServer2022Core,
}
