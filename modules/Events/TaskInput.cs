using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What EventBridge passes to RunTask, as JSON.</summary>
internal static class TaskInput
{
    /// <summary>The JSON; null where nothing differs from the task definition.</summary>
    /// <param name="overrides">What differs, by container.</param>
    /// <param name="placeholders">The names that stand for parts of an event. A value that is one and no more gets no quotes: EventBridge adds them, and escapes what it puts in.</param>
    /// <param name="write">Writes a tree of JSON.</param>
    internal static string? Text(IReadOnlyDictionary<string, ContainerOverrideProps> overrides, IEnumerable<string> placeholders, Func<object, string> write)
    {
        var names = placeholders.Select(name => $"<{name}>").ToHashSet();
        return overrides.Count == 0 ? null : write(new JsonMap(("containerOverrides", Sorted(overrides).Select(container => Of(container.Key, container.Value, names)))) { IsWhole = true });
    }

    /// <summary>The JSON for a trigger; null where nothing differs.</summary>
    internal static Value<string>? Of(ModuleConstruct owner, IReadOnlyDictionary<string, ContainerOverrideProps> overrides, IEnumerable<string> placeholders) =>
        Text(overrides, placeholders, owner.Json) is { } text ? Value.When<string>(Presence.OfAny(overrides), new Expression(text), null) : null;

    /// <summary>
    /// The JSON in which EventBridge puts parts of an event. In a module only Terraform knows which values are placeholders; it writes their brackets as escapes, which
    /// EventBridge does not read.
    /// </summary>
    internal static Value<string> Template(ModuleConstruct owner, Value<string> input) => !owner.Model.IsModule ? input : Expression.Of(
        $$"""replace(replace(replace({{input}}, "\\u003c", "<"), "\\u003e", ">"), "/\"(<[A-Za-z0-9_.-]+>)\"/", "$1")""");

    private static JsonMap Of(string name, ContainerOverrideProps container, HashSet<string> placeholders) => new(
        ("name", name),
        ("command", container.Command),
        ("environment", Sorted(container.Environment).Select(variable => new JsonMap(("name", variable.Key), ("value", ValueOf(variable.Value, placeholders))))),
        ("cpu", container.Cpu),
        ("memory", container.MemoryMiB),
        ("memoryReservation", container.MemoryReservationMiB));

    private static object ValueOf(Value<string> value, HashSet<string> placeholders) =>
        value.TryGetLiteral(out var text) && placeholders.Contains(text) ? new JsonText(text) : value;

    private static IEnumerable<KeyValuePair<string, T>> Sorted<T>(IReadOnlyDictionary<string, T> map) => map.OrderBy(entry => entry.Key, StringComparer.Ordinal);
}
