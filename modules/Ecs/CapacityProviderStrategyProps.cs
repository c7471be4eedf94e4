using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs;

/// <summary>How many of the tasks a capacity provider takes.</summary>
public sealed record CapacityProviderStrategyProps
{
    /// <summary><c>FARGATE</c>, <c>FARGATE_SPOT</c>, or one of the cluster's Auto Scaling groups, by its name there.</summary>
    public required Value<string> Provider { get; init; }

    /// <summary>Its share of the tasks beyond the bases, against the others' weights, 0 to 1000. 1 unless set.</summary>
    public Value<int> Weight { get; init; } = 1;

    /// <summary>How many tasks it takes before any weight counts, 0 to 100,000. 0 unless set; only one provider may have a base.</summary>
    public Value<int> Base { get; init; } = 0;

    /// <summary>Whether it is one of AWS's own.</summary>
    internal bool IsFargate => Provider.IsLiteral && Provider.MayBe("FARGATE", "FARGATE_SPOT");
}
