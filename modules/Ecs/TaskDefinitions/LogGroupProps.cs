using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>The log group of a task.</summary>
public sealed record LogGroupProps
{
    /// <summary>Its name. <c>/ecs/STACK/NAME</c> unless set.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>Days that its events are kept, one of those that CloudWatch Logs has; 0 for ever. 365 unless set.</summary>
    public Value<int> RetentionDays { get; init; } = 365;

    /// <summary>The KMS key that encrypts it. CloudWatch Logs' own unless set.</summary>
    public Value<string>? KmsKeyArn { get; init; }
}
