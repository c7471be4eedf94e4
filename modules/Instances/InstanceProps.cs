using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Instances;

/// <summary>An EC2 instance: without a public address, its metadata only by IMDSv2, its root volume encrypted.</summary>
public sealed record InstanceProps : IProps
{
    /// <summary>The instance type, <c>t3.micro</c>. A change stops the instance and starts it again.</summary>
    public required Value<string> InstanceType { get; init; }

    /// <summary>The subnet that it is placed in. A change replaces it.</summary>
    public required ISubnet Subnet { get; init; }

    /// <summary>Its security groups, one to five.</summary>
    public required IReadOnlyList<ISecurityGroup> SecurityGroups { get; init; }

    /// <summary>The id of its image, <c>ami-0a1b2c3d4e5f60718</c>. Either it, or a parameter. A change replaces the instance.</summary>
    public Value<string>? ImageId { get; init; }

    /// <summary>
    /// The Systems Manager parameter that has the image's id; EC2 looks it up when the instance is made. Amazon Linux 2023 for the instance type's
    /// architecture unless set. A newer image replaces nothing.
    /// </summary>
    public Value<string>? ImageParameter { get; init; }

    /// <summary>What it runs when it starts for the first time, at most 16 KiB: a script that begins with <c>#!</c>, or cloud-init's own format.</summary>
    public Value<string>? UserData { get; init; }

    /// <summary>The same in Base64, for what is not text. Either it, or the text. The instance keeps what it was started with where it is taken out.</summary>
    public Value<string>? UserDataBase64 { get; init; }

    /// <summary>Whether other user data replace the instance. They do unless set, since they run on the first start only; otherwise they stop and start it.</summary>
    public Value<bool> UserDataReplaces { get; init; } = true;

    /// <summary>Whether it gets a public address. It does not unless set. A change replaces it.</summary>
    public Value<bool> PublicAddress { get; init; } = false;

    /// <summary>Its private IPv4 address. One that EC2 chooses unless set. A change replaces it; where it is taken out, the instance keeps it.</summary>
    public Value<string>? PrivateAddress { get; init; }

    /// <summary>
    /// Whether it gets an IPv6 address out of its subnet that stays its primary one, which a target group of IPv6 addresses knows it by. It does not unless set. Where
    /// it is taken out or set to false, the instance keeps it.
    /// </summary>
    public Value<bool> PrimaryIpv6Address { get; init; } = false;

    /// <summary>The name of the key pair for SSH. None unless set. A change replaces it; where it is taken out, the instance keeps it.</summary>
    public Value<string>? KeyName { get; init; }

    /// <summary>The name of the instance profile that gives it a role. None unless set. Where it is taken out, the instance keeps it: write another, or have EC2 disassociate it.</summary>
    public Value<string>? InstanceProfile { get; init; }

    /// <summary>Whether its metadata need a token (IMDSv2). They do unless set.</summary>
    public Value<bool> MetadataTokensRequired { get; init; } = true;

    /// <summary>How many network hops the metadata's answer may take, 1 to 64. 1 unless set: containers on the instance do not get it.</summary>
    public Value<int> MetadataHopLimit { get; init; } = 1;

    /// <summary>Its root volume. Encrypted, gp3, as large as the image, unless set.</summary>
    public RootVolumeProps RootVolume { get; init; } = new();

    /// <summary>Whether CloudWatch gets its metrics every minute rather than every five. It does not unless set.</summary>
    public Value<bool> DetailedMonitoring { get; init; } = false;

    /// <summary>Whether AWS refuses to terminate it. It does not unless set.</summary>
    public Value<bool> TerminationProtection { get; init; } = false;

    /// <summary>Tags of the instance and its volume, beside <c>Name</c>, which is its own name unless set here.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>The parameter that has the image's id; null where the id itself is given.</summary>
    internal Value<string>? EffectiveImageParameter => ImageParameter ?? (ImageId is null ? (Value<string>)AmazonLinux.ParameterFor(InstanceType) : null);
}
