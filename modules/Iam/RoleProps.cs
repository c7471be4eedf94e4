using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Iam;

/// <summary>A role.</summary>
internal sealed record RoleProps
{
    /// <summary>The service that takes it on, <c>ecs-tasks.amazonaws.com</c>.</summary>
    public required Value<string> Service { get; init; }

    /// <summary>For whom that service may take it on; null where it does not tell whom it acts for.</summary>
    public TrustedSource? Source { get; init; }

    /// <summary>A fixed name. A generated one unless set.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>Whether whoever declares it can give it a name. Otherwise it keeps the one that it was made with.</summary>
    public bool CanBeNamed { get; init; }

    /// <summary>What it may do; not nothing.</summary>
    public required PolicyDocument Policy { get; init; }

    /// <summary>Its tags.</summary>
    public required IReadOnlyDictionary<string, Value<string>> Tags { get; init; }
}
