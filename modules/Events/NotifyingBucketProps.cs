using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>A bucket whose events go to EventBridge.</summary>
public sealed record NotifyingBucketProps
{
    /// <summary>The bucket's name.</summary>
    public required Value<string> Name { get; init; }

    /// <summary>Whether its notifications to EventBridge are switched on here, which takes the place of the bucket's other notifications. Say false where they are on already. They are unless set.</summary>
    public Value<bool> SwitchOn { get; init; } = true;
}
