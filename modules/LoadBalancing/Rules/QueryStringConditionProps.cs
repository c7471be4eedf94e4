using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A condition on the query: one of these parameters is in it.</summary>
public sealed record QueryStringConditionProps
{
    /// <summary>The parameters, any of which meets the condition.</summary>
    public required IReadOnlyList<QueryParameterProps> AnyOf { get; init; }
}

/// <summary>A parameter of a query.</summary>
public sealed record QueryParameterProps
{
    /// <summary>Its name, at most 128 characters; <c>*</c> and <c>?</c> as in hosts. Any name unless set.</summary>
    public Value<string>? Key { get; init; }

    /// <summary>Its value, at most 128 characters; <c>*</c> and <c>?</c> as in hosts.</summary>
    public required Value<string> Value { get; init; }
}
