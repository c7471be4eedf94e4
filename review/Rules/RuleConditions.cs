using System.IO.Enumeration;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>Which requests a listener's rule takes: the values of each kind of condition. A request must meet one value of each kind.</summary>
internal sealed class RuleConditions
{
    private static readonly string[] Lists = ["host_header", "path_pattern", "http_request_method", "source_ip"];
    private readonly Dictionary<string, HashSet<string>> _values = new(StringComparer.Ordinal);

    private RuleConditions(PlanValue conditions)
    {
        foreach (var condition in conditions.Items)
        {
            foreach (var name in Lists)
            {
                Add(name, condition[name].Block["values"].Items.Select(value => value.Text));
            }
            Add($"http_header:{condition["http_header"].Block["http_header_name"].Text?.ToLowerInvariant()}", condition["http_header"].Block["values"].Items.Select(value => value.Text));
            Add("query_string", condition["query_string"].Items.Select(query => $"{query["key"].Text}={query["value"].Text}"));
        }
    }

    /// <summary>The conditions of a rule; null where one of them is not known, or of a kind that is not.</summary>
    internal static RuleConditions? Of(PlanValue conditions)
    {
        if (conditions.HasUnknown && conditions.Items.Any(condition => Lists.Append("http_header").Any(name => condition[name].IsUnknown || condition[name].Block["values"].HasUnknown) || condition["query_string"].HasUnknown) || conditions.IsUnknown)
        {
            return null;
        }
        var read = new RuleConditions(conditions);
        // Patterns of regular expressions are written in members that have no values: what they take is not known here.
        return read._values.Count < conditions.Items.Count && conditions.Items.Count > 0 && read._values.Count == 0 ? null : read;
    }

    /// <summary>Whether it takes every request that another takes.</summary>
    internal bool Covers(RuleConditions other) => _values.All(kind => IsEverything(kind.Key, kind.Value)
        || other._values.TryGetValue(kind.Key, out var values) && values.All(value => kind.Value.Any(pattern => Takes(kind.Key, pattern, value))));

    /// <summary>Whether it takes every request.</summary>
    internal bool IsForAll => _values.All(kind => IsEverything(kind.Key, kind.Value));

    private static bool IsEverything(string kind, HashSet<string> values) => kind switch
    {
        "path_pattern" => values.Contains("*") || values.Contains("/*"),
        "host_header" => values.Contains("*"),
        "source_ip" => values.Contains("0.0.0.0/0") && values.Contains("::/0"),
        _ => false,
    };

    /// <summary>Whether one pattern takes all that another does: * stands for any text, ? for one character.</summary>
    private static bool Takes(string kind, string pattern, string value)
    {
        if (kind is not ("host_header" or "path_pattern") && !kind.StartsWith("http_header", StringComparison.Ordinal))
        {
            return pattern == value;
        }
        var ignoresCase = kind != "path_pattern";
        return string.Equals(pattern, value, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
            || !value.Contains('?') && FileSystemName.MatchesSimpleExpression(pattern, value.Replace('*', '\u0001'), ignoresCase);
    }

    private void Add(string kind, IEnumerable<string?> values)
    {
        var known = values.OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (known.Count > 0 && !_values.TryAdd(kind, known))
        {
            // Two conditions of one kind must both be met: they are kept apart.
            _values[$"{kind} {_values.Count}"] = known;
        }
    }
}
