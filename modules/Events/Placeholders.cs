using System.Text.RegularExpressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What stands for parts of an event: <c>&lt;name&gt;</c>.</summary>
internal static partial class Placeholders
{
    /// <summary>The names in a text; EventBridge's own, <c>&lt;aws.events.event&gt;</c>, are none.</summary>
    internal static IEnumerable<string> In(Value<string> value) =>
        value.TryGetLiteral(out var text) ? Placeholder().Matches(text).Select(match => match.Groups["name"].Value).Where(name => !name.StartsWith("aws.events.", StringComparison.Ordinal)) : [];

    [GeneratedRegex("<(?<name>[A-Za-z0-9_.-]+)>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
