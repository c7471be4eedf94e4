using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>Where what is typed into a shell of ECS Exec, and what it answers, is kept.</summary>
public sealed record ExecuteCommandProps
{
    /// <summary>The KMS key that encrypts what goes between the client and the container. TLS alone protects it unless set.</summary>
    public Value<string>? KmsKeyArn { get; init; }

    /// <summary>The log group. <c>/ecs/exec/STACK/NAME</c> with AWS's defaults unless set.</summary>
    public LogGroupProps LogGroup { get; init; } = new();

    /// <summary>A bucket that gets it besides. None unless set.</summary>
    public Value<string>? S3Bucket { get; init; }

    /// <summary>What the names of the bucket's objects begin with. Nothing unless set.</summary>
    public Value<string>? S3Prefix { get; init; }
}
