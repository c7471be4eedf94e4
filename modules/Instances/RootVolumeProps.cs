using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Instances;

/// <summary>The volume that an instance starts from. It goes with the instance. A size, operations and throughput that are taken out stay as they are: write the default.</summary>
public sealed record RootVolumeProps
{
    /// <summary>The size in GiB, 1 to 65,536. The image's unless set.</summary>
    public Value<int>? SizeGib { get; init; }

    /// <summary>The kind of volume. gp3 unless set.</summary>
    public Value<VolumeType> Type { get; init; } = VolumeType.Gp3;

    /// <summary>Operations a second: 3,000 to 80,000 for gp3, and needed for io1 and io2. 3,000 unless set.</summary>
    public Value<int>? Iops { get; init; }

    /// <summary>Throughput in MiB a second, 125 to 2,000, and to 1,000 where a parameter gives the image; gp3 only. 125 unless set.</summary>
    public Value<int>? ThroughputMib { get; init; }

    /// <summary>Whether it is encrypted. It is unless set. A change replaces the instance.</summary>
    public Value<bool> Encrypted { get; init; } = true;

    /// <summary>The ARN of the KMS key that encrypts it. The account's default key for EBS unless set. A change replaces the instance.</summary>
    public Value<string>? KmsKeyArn { get; init; }

    /// <summary>
    /// The name under which the image has its root volume, <c>/dev/sda1</c>. <c>/dev/xvda</c> unless set, as Amazon Linux has it. Needed beside the
    /// parameter of another image; where the image's id is given it is found by itself.
    /// </summary>
    public Value<string>? DeviceName { get; init; }
}
