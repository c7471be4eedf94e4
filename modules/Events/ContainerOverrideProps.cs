using System.Collections.Immutable;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What is different in a container of a task that is started so.</summary>
public sealed record ContainerOverrideProps
{
    /// <summary>What is passed to it in place of its command. As in the task definition unless set.</summary>
    public ValueList<string> Command { get; init; } = [];

    /// <summary>Environment variables, besides those of the task definition. A value <c>&lt;name&gt;</c> stands for what <c>inputPaths</c> finds in the event.</summary>
    public IReadOnlyDictionary<string, Value<string>> Environment { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>CPU units. As in the task definition unless set.</summary>
    public Value<int>? Cpu { get; init; }

    /// <summary>Memory, in MiB. As in the task definition unless set.</summary>
    public Value<int>? MemoryMiB { get; init; }

    /// <summary>Memory that is kept for it, in MiB. As in the task definition unless set.</summary>
    public Value<int>? MemoryReservationMiB { get; init; }
}
