using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A volume in an Amazon EFS file system.</summary>
public sealed record EfsVolumeProps
{
    /// <summary>The file system's id, <c>fs-0a1b2c3d4e5f60718</c>.</summary>
    public required Value<string> FileSystemId { get; init; }

    /// <summary>The directory in it that is mounted. Its root, unless set; with an access point nothing else.</summary>
    public Value<string>? RootDirectory { get; init; }

    /// <summary>Whether what goes to and from it is encrypted. It is unless set.</summary>
    public Value<EfsTransitEncryption> TransitEncryption { get; init; } = EfsTransitEncryption.Enabled;

    /// <summary>The port for encrypted traffic. One that EFS chooses, unless set.</summary>
    public Value<int>? TransitEncryptionPort { get; init; }

    /// <summary>The access point's id. None unless set.</summary>
    public Value<string>? AccessPointId { get; init; }

    /// <summary>Whether the task role decides what the task may do with it. It does not unless set.</summary>
    public Value<bool> IamAuthorization { get; init; } = false;
}
