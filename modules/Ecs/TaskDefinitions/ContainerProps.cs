using System.Collections.Immutable;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>A container of a task, with every setting that ECS has.</summary>
[RefusesUnknownKeys("TASK118")]
public sealed record ContainerProps
{
    /// <summary>The image with its tag or digest, <c>httpd:2.4</c>.</summary>
    public required Value<string> Image { get; init; }

    /// <summary>Whether the task ends when the container does. It does unless set.</summary>
    public Value<bool> Essential { get; init; } = true;

    /// <summary>CPU units that the container is sure to get; 1024 are one vCPU. Whatever the others leave, unless set.</summary>
    public Value<int>? Cpu { get; init; }

    /// <summary>The memory beyond which the container is killed, in MiB; 6 or more. The task's, unless set.</summary>
    public Value<int>? MemoryMiB { get; init; }

    /// <summary>The memory that is kept for the container, in MiB; 6 or more. <see cref="MemoryMiB"/> unless set.</summary>
    public Value<int>? MemoryReservationMiB { get; init; }

    /// <summary>What is run in place of the image's ENTRYPOINT.</summary>
    public ValueList<string> EntryPoint { get; init; } = [];

    /// <summary>What is passed to it in place of the image's CMD.</summary>
    public ValueList<string> Command { get; init; } = [];

    /// <summary>The directory in which it runs. The image's unless set.</summary>
    public Value<string>? WorkingDirectory { get; init; }

    /// <summary>The user, as <c>uid:gid</c> or by name. 1000:1000 on Linux unless set, whatever the image says: root is asked for by name.</summary>
    public Value<string>? User { get; init; }

    /// <summary>Whether the container cannot write to its own file system. It cannot unless set; on Windows, which has no such setting, it can.</summary>
    public Value<bool>? ReadonlyRootFilesystem { get; init; }

    /// <summary>Environment variables. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Environment { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Files in S3 with environment variables, by their ARNs, which end in <c>.env</c>. At most 10.</summary>
    public ValueList<string> EnvironmentFiles { get; init; } = [];

    /// <summary>Environment variables whose value is a secret: the ARN of a secret of Secrets Manager (with <c>:key::</c> behind it for one key) or of a parameter of the Systems Manager, or the name of a parameter of the same region.</summary>
    public IReadOnlyDictionary<string, Value<string>> Secrets { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>The ports that the container serves on. None unless set.</summary>
    public IReadOnlyList<PortMappingProps> PortMappings { get; init; } = [];

    /// <summary>Where its output goes. To the task's log group unless set.</summary>
    public LogConfigurationProps Log { get; init; } = new();

    /// <summary>How ECS knows that it works. That its process runs is enough, unless set.</summary>
    public ContainerHealthCheckProps? HealthCheck { get; init; }

    /// <summary>What has to be so of other containers before this one starts. Nothing unless set.</summary>
    public IReadOnlyDictionary<string, Value<ContainerCondition>> DependsOn { get; init; } = ImmutableDictionary<string, Value<ContainerCondition>>.Empty;

    /// <summary>Whether ECS restarts the container alone. It does not unless set.</summary>
    public ContainerRestartPolicyProps? RestartPolicy { get; init; }

    /// <summary>Seconds until containers that depend on this one give up, 2 to 120 on Fargate.</summary>
    public Value<int>? StartTimeoutSeconds { get; init; }

    /// <summary>Seconds that the container has to end by itself, at most 120 on Fargate. 30 unless set.</summary>
    public Value<int>? StopTimeoutSeconds { get; init; }

    /// <summary>The task's volumes in its file system. None unless set.</summary>
    public IReadOnlyList<MountPointProps> MountPoints { get; init; } = [];

    /// <summary>Volumes of other containers. None unless set.</summary>
    public IReadOnlyList<VolumesFromProps> VolumesFrom { get; init; } = [];

    /// <summary>Settings of Linux. Docker's own unless set.</summary>
    public LinuxParametersProps? LinuxParameters { get; init; }

    /// <summary>Limits of the operating system. The agent's own unless set.</summary>
    public IReadOnlyList<UlimitProps> Ulimits { get; init; } = [];

    /// <summary>Settings of the kernel, by their names: <c>net.core.somaxconn</c>. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> SystemControls { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>GPUs and accelerators. None unless set.</summary>
    public IReadOnlyList<ResourceRequirementProps> ResourceRequirements { get; init; } = [];

    /// <summary>Makes it the task's log router. It is none unless set.</summary>
    public FirelensProps? Firelens { get; init; }

    /// <summary>The secret with the user and password of a private registry, by its ARN. None unless set.</summary>
    public Value<string>? RepositoryCredentialsArn { get; init; }

    /// <summary>Whether all tasks of a deployment run the very image that the first one got. They do unless set.</summary>
    public Value<VersionConsistency>? VersionConsistency { get; init; }

    /// <summary>Whether it is root on the instance. It is not unless set; never on Fargate.</summary>
    public Value<bool>? Privileged { get; init; }

    /// <summary>Whether its standard input stays open. It does not unless set.</summary>
    public Value<bool>? Interactive { get; init; }

    /// <summary>Whether it has a terminal. It has none unless set.</summary>
    public Value<bool>? PseudoTerminal { get; init; }

    /// <summary>Whether it has no network. It has unless set.</summary>
    public Value<bool>? DisableNetworking { get; init; }

    /// <summary>Its host name. Not with awsvpc.</summary>
    public Value<string>? Hostname { get; init; }

    /// <summary>DNS servers. Not with awsvpc.</summary>
    public ValueList<string> DnsServers { get; init; } = [];

    /// <summary>DNS search domains. Not with awsvpc.</summary>
    public ValueList<string> DnsSearchDomains { get; init; } = [];

    /// <summary>Addresses by host name, for its /etc/hosts. Not with awsvpc.</summary>
    public IReadOnlyDictionary<string, Value<string>> ExtraHosts { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Other containers that it reaches by name. With bridge only.</summary>
    public ValueList<string> Links { get; init; } = [];

    /// <summary>Docker's labels. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> DockerLabels { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Options of SELinux and AppArmor. Not on Fargate.</summary>
    public ValueList<string> DockerSecurityOptions { get; init; } = [];

    /// <summary>Credential specifications for Active Directory, by ARN. None unless set.</summary>
    public ValueList<string> CredentialSpecs { get; init; } = [];
}
