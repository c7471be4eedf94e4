using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What EventBridge passes to RunTask, as JSON.</summary>
internal static class TaskInput
{
    /// <summary>The JSON; null where nothing differs from the task definition.</summary>
    /// <param name="overrides">What differs, by container.</param>
    /// <param name="placeholders">The names that stand for parts of an event. A value that is one and no more gets no quotes: EventBridge adds them, and escapes what it puts in.</param>
    /// <param name="resolve">Gives the text behind the tokens of an expression.</param>
    internal static string? Text(IReadOnlyDictionary<string, ContainerOverrideProps> overrides, IEnumerable<string> placeholders, Func<string, string> resolve)
    {
        var names = placeholders.Select(name => $"<{name}>").ToHashSet();
        return overrides.Count == 0 ? null : JsonTemplate.Text(
            new JsonMap(("containerOverrides", Sorted(overrides).Select(container => Of(container.Key, container.Value, names)))),
            resolve);
    }

    private static JsonMap Of(string name, ContainerOverrideProps container, HashSet<string> placeholders) => new(
        ("name", name),
        ("command", container.Command.Expression is { } command ? (Value<string>)command : container.Command),
        ("environment", Sorted(container.Environment).Select(variable => new JsonMap(("name", variable.Key), ("value", ValueOf(variable.Value, placeholders))))),
        ("cpu", container.Cpu),
        ("memory", container.MemoryMiB),
        ("memoryReservation", container.MemoryReservationMiB));

    private static object ValueOf(Value<string> value, HashSet<string> placeholders) =>
        value.TryGetLiteral(out var text) && placeholders.Contains(text) ? new JsonLiteral(text) : value;

    private static IEnumerable<KeyValuePair<string, T>> Sorted<T>(IReadOnlyDictionary<string, T> map) => map.OrderBy(entry => entry.Key, StringComparer.Ordinal);
}
