using System.Text.Json.Serialization;
using Orchestrator.Modules.Provider;

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

    /// <summary>Windows Server 2025, Full.</summary>
    // The provider accepts what AWS's SDK has. 5.100.0 lacks it (its binary does not have the word); npm @aws-sdk/client-ecs has it from 3.911.0 of October 2025 on, weeks before 6.25.0.
    [JsonStringEnumMemberName("WINDOWS_SERVER_2025_FULL")]
    [Since("aws_ecs_task_definition.runtime_platform.operating_system_family", "6.25.0")]
    WindowsServer2025Full,

    /// <summary>Windows Server 2025, Core.</summary>
    // The provider accepts what AWS's SDK has. 5.100.0 lacks it (its binary does not have the word); npm @aws-sdk/client-ecs has it from 3.911.0 of October 2025 on, weeks before 6.25.0.
    [JsonStringEnumMemberName("WINDOWS_SERVER_2025_CORE")]
    [Since("aws_ecs_task_definition.runtime_platform.operating_system_family", "6.25.0")]
    WindowsServer2025Core,
}
