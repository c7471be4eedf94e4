using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Instances;

/// <summary>The kinds of EBS volumes that an instance can start from.</summary>
public enum VolumeType
{
    /// <summary>General purpose; operations and throughput are set apart from the size.</summary>
    [JsonStringEnumMemberName("gp3")]
    Gp3,

    /// <summary>General purpose; operations grow with the size.</summary>
    [JsonStringEnumMemberName("gp2")]
    Gp2,

    /// <summary>Provisioned operations, more durable.</summary>
    [JsonStringEnumMemberName("io2")]
    Io2,

    /// <summary>Provisioned operations.</summary>
    [JsonStringEnumMemberName("io1")]
    Io1,

    /// <summary>Magnetic disks, of the previous generation.</summary>
    [JsonStringEnumMemberName("standard")]
    Standard,
}
