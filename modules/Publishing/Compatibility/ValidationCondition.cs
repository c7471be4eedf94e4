using System.Globalization;
using System.Text.RegularExpressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>
/// The condition of a validation, read as far as it has a shape that <see cref="Bound"/> writes: in loops over collections, after a guard against null, what one value
/// must be.
/// </summary>
/// <param name="Frame">The condition without what the value must be; two with the same are about the same.</param>
/// <param name="Path">Where the value or what the guard asks about is, <c>*</c> for the elements of a collection; null where that cannot be told.</param>
/// <param name="Guarded">The paths of what, where it is null, meets the condition.</param>
/// <param name="AcceptsNull">Whether the value itself may be null.</param>
/// <param name="Accepted">The values that it accepts; null where that cannot be told.</param>
internal sealed partial record ValidationCondition(string Frame, string? Path, IReadOnlyList<string> Guarded, bool AcceptsNull, AcceptedValues? Accepted)
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline;

    /// <summary>Reads a condition as it stands in a module, a template.</summary>
    internal static ValidationCondition Read(string template)
    {
        var (loops, body) = Loops(HclExpression.Of(template));
        var paths = new Dictionary<string, string>();
        var guarded = new List<string>();
        foreach (var (name, collection) in loops)
        {
            if (PathOf(collection.Replace("[*]", "", StringComparison.Ordinal), paths) is not { } path)
            {
                continue;
            }
            // What [*] repeats over is there once or, being null, not at all.
            var isOptional = collection.EndsWith("[*]", StringComparison.Ordinal);
            paths[name] = isOptional ? path : $"{path}.*";
            guarded.AddRange(isOptional ? [path] : []);
        }
        var guard = Guard().Match(body);
        var rest = guard.Success ? guard.Groups["rest"].Value : body;
        var (value, accepted) = Bounds(rest);
        var about = value ?? (guard.Success ? guard.Groups["value"].Value : null);
        if (guard.Success && PathOf(guard.Groups["value"].Value, paths) is { } optional)
        {
            guarded.Add(optional);
        }
        var acceptsNull = guard.Success && guard.Groups["value"].Value == value;
        var frame = $"{string.Join(" ", loops.Select(loop => $"{loop.Name} in {loop.Collection}:"))} {(acceptsNull || !guard.Success ? "" : guard.Value[..guard.Groups["rest"].Index])}{(accepted is null ? rest : value)}";
        return new(frame, about is null ? null : PathOf(about, paths), guarded, acceptsNull, accepted);
    }

    private static (IReadOnlyList<(string Name, string Collection)> Loops, string Body) Loops(string condition)
    {
        var opening = Opening().Match(condition);
        if (!opening.Success)
        {
            return ([], condition);
        }
        var loops = Loop().Matches(opening.Value).Select(loop => (loop.Groups["name"].Value, loop.Groups["collection"].Value)).ToList();
        var closing = Regex.Match(condition[opening.Length..], $@"^(?<body>.*?)(\s*\]){{{loops.Count}}}\){{{(opening.Groups["flatten"].Success ? 2 : 1)}}}$", Options, TimeSpan.FromSeconds(1));
        return closing.Success ? (loops, closing.Groups["body"].Value) : ([], condition);
    }

    private static string? PathOf(string value, Dictionary<string, string> paths)
    {
        var parts = value.Split('.');
        return !Attributes().IsMatch(value) ? null
            : parts[0] == "var" ? string.Join('.', parts[1..])
            : paths.TryGetValue(parts[0], out var path) ? string.Join('.', [path, .. parts[1..]])
            : null;
    }

    private static (string? Value, AcceptedValues? Accepted) Bounds(string body)
    {
        if (Range().Match(body) is { Success: true } range)
        {
            return (range.Groups["value"].Value, new NumberRange(Number(range.Groups["minimum"]), range.Groups["maximum"].Success ? Number(range.Groups["maximum"]) : null));
        }
        if (Contained().Match(body) is { Success: true } contained)
        {
            return (contained.Groups["value"].Value, new Members([.. contained.Groups["member"].Captures.Select(member => member.Value)]));
        }
        return Matching().Match(body) is { Success: true } matching ? (matching.Groups["value"].Value, new MatchingText(matching.Groups["pattern"].Value, Number(matching.Groups["length"]))) : (null, null);
    }

    private static long Number(Group group) => long.Parse(group.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^alltrue\((?<flatten>flatten\()?(\[\s*for [a-z0-9_]+ in [^:\n]+ : ?)+", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"for (?<name>[a-z0-9_]+) in (?<collection>[^:\n]+) :", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Loop();

    [GeneratedRegex(@"^(?<value>[a-z0-9_.]+) == null (\? true :|\|\|) (?<rest>.*)$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guard();

    [GeneratedRegex(@"^[a-z0-9_]+(\.[a-z0-9_]+)*$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attributes();

    [GeneratedRegex(@"^(?<value>[a-z0-9_.]+) >= (?<minimum>-?[0-9]+)( && \k<value> <= (?<maximum>-?[0-9]+))?$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();

    [GeneratedRegex(@"^contains\(\[((?<member>""([^""\\]|\\.)*""|-?[0-9]+)(, (?!\])|(?=\])))*\], (?<value>[a-z0-9_.]+)\)$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contained();

    [GeneratedRegex(@"^length\((?<value>[a-z0-9_.]+)\) <= (?<length>[0-9]+) && can\(regex\((?<pattern>""([^""\\]|\\.)*""), \k<value>\)\)$", Options, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Matching();
}
