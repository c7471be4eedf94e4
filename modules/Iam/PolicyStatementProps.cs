using System.Collections.Immutable;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Iam;

/// <summary>What a policy allows, or denies.</summary>
public sealed record PolicyStatementProps
{
    /// <summary>Whether it allows or denies. It allows unless set.</summary>
    public Value<PolicyEffect> Effect { get; init; } = PolicyEffect.Allow;

    /// <summary>The actions, <c>dynamodb:PutItem</c>.</summary>
    public required ValueList<string> Actions { get; init; }

    /// <summary>The ARNs of what the actions are done to.</summary>
    public required ValueList<string> Resources { get; init; }

    /// <summary>What must be so besides, by operator and key: <c>StringEquals: { aws:SourceAccount: ["111122223333"] }</c>. Nothing unless set.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, ValueList<string>>> Conditions { get; init; } = ImmutableDictionary<string, IReadOnlyDictionary<string, ValueList<string>>>.Empty;
}
