using System.Collections.Immutable;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>Makes a container the task's log router.</summary>
public sealed record FirelensProps
{
    /// <summary>The program.</summary>
    public required Value<FirelensType> Type { get; init; }

    /// <summary>Its options, <c>enable-ecs-log-metadata</c>. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Options { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;
}
