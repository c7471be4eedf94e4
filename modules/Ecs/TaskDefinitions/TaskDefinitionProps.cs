using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What a task runs: containers, their size, and what they may do.</summary>
public sealed record TaskDefinitionProps : IProps
{
    /// <summary>The region that the logs are in. In a manifest, the manifest's.</summary>
    [DefaultsTo("region")]
    public required Value<string> Region { get; init; }

    /// <summary>The name that the task definition's revisions share. <c>STACK-NAME</c> unless set. A change replaces it.</summary>
    public Value<string>? Family { get; init; }

    /// <summary>The containers, by name: 1 to 10.</summary>
    public required IReadOnlyDictionary<string, ContainerProps> Containers { get; init; }

    /// <summary>CPU units of the whole task; 1024 are one vCPU. On Fargate, unless set, the cheapest size that holds the containers.</summary>
    public Value<int>? Cpu { get; init; }

    /// <summary>The memory of the whole task, in MiB. On Fargate, unless set, that of the cheapest size that holds the containers.</summary>
    public Value<int>? MemoryMiB { get; init; }

    /// <summary>How the containers reach the network. A network interface for each task, unless set.</summary>
    [Enforces("TASK102")]
    public Value<NetworkMode> NetworkMode { get; init; } = TaskDefinitions.NetworkMode.Awsvpc;

    /// <summary>The processors that the images are built for. X86_64 unless set.</summary>
    public Value<CpuArchitecture> CpuArchitecture { get; init; } = TaskDefinitions.CpuArchitecture.X8664;

    /// <summary>The operating system. Linux unless set.</summary>
    public Value<OperatingSystemFamily> OperatingSystemFamily { get; init; } = TaskDefinitions.OperatingSystemFamily.Linux;

    /// <summary>The disk that the task has to itself on Fargate, 21 to 200 GiB. 20 unless set.</summary>
    public Value<int>? EphemeralStorageGiB { get; init; }

    /// <summary>Volumes, by name. None unless set.</summary>
    public IReadOnlyDictionary<string, VolumeProps> Volumes { get; init; } = ImmutableDictionary<string, VolumeProps>.Empty;

    /// <summary>The log group that the containers write to, unless they write elsewhere.</summary>
    public LogGroupProps LogGroup { get; init; } = new();

    /// <summary>What the containers may do in AWS, by the statements' names. Nothing unless set.</summary>
    public IReadOnlyDictionary<string, PolicyStatementProps> TaskPolicy { get; init; } = ImmutableDictionary<string, PolicyStatementProps>.Empty;

    /// <summary>An existing role that the containers have. One of the task's own unless set, with what <see cref="TaskPolicy"/> says.</summary>
    public Value<string>? TaskRoleArn { get; init; }

    /// <summary>A fixed name for the task's own role, at most 64 characters. A generated one unless set.</summary>
    public Value<string>? TaskRoleName { get; init; }

    /// <summary>An existing role that ECS has to start the task. Unless set, one that may do exactly what this task needs: write to its log group, read the secrets that are named, pull from the ECR repositories that are named.</summary>
    public Value<string>? ExecutionRoleArn { get; init; }

    /// <summary>A fixed name for that role, at most 64 characters. A generated one unless set.</summary>
    public Value<string>? ExecutionRoleName { get; init; }

    /// <summary>KMS keys that the secrets are encrypted with, where they are not AWS's own. The execution role may decrypt with them.</summary>
    public ValueList<string> SecretsKmsKeyArns { get; init; } = [];

    /// <summary>ECR repositories that the execution role may pull from, besides those that the images name.</summary>
    public ValueList<string> EcrRepositoryArns { get; init; } = [];

    /// <summary>Whose processes the containers see. Their own unless set.</summary>
    public Value<PidMode>? PidMode { get; init; }

    /// <summary>With whom the containers share memory. What Docker does, unless set.</summary>
    public Value<IpcMode>? IpcMode { get; init; }

    /// <summary>Whether AWS Fault Injection Service may disturb the task. It may not unless set; where it is taken out it stays as it was, so write false.</summary>
    public Value<bool>? FaultInjection { get; init; }

    /// <summary>Expressions of the cluster query language that an instance must match. Not on Fargate.</summary>
    public ValueList<string> PlacementConstraints { get; init; } = [];

    /// <summary>Tags of the task definition, its roles and its log group.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>Whether the containers run on Windows.</summary>
    internal bool IsWindows => RunsOnWindows.Is(true);

    /// <summary>The same where only Terraform may know.</summary>
    internal Value<bool> RunsOnWindows => !OperatingSystemFamily.IsAnyOf(TaskDefinitions.OperatingSystemFamily.Linux);
}
