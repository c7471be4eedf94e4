using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Whether what goes to and from a file system is encrypted.</summary>
public enum EfsTransitEncryption
{
    /// <summary>It is.</summary>
    [JsonStringEnumMemberName("ENABLED")]
    Enabled,

    /// <summary>It is not.</summary>
    [JsonStringEnumMemberName("DISABLED")]
    Disabled,
}
