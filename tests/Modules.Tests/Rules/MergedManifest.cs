using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Tests.Rules;

/// <summary>
/// One manifest out of many cases: their sections are joined, and a name that another case has taken already is preceded by the rule's id,
/// in the fragment and in what is said of it.
/// </summary>
internal sealed partial class MergedManifest
{
    private const string Suppressions = "suppressions";

    private static readonly HashSet<string> Sections = [.. Shape.Of(typeof(ManifestProps)).Properties
        .Where(property => property.Type.IsGenericType && property.Type.GetGenericArguments()[^1].IsAssignableTo(typeof(IProps)))
        .Select(property => property.Key)];

    private readonly OrderedDictionary<string, List<(string Text, string? Rule, int Line)>> _blocks = [];
    private readonly Dictionary<string, (IReadOnlyList<string> Says, int Suppressions)> _expected = [];
    private readonly HashSet<string> _taken = [];

    /// <summary>The manifest; the frame is not in it.</summary>
    internal string Text => string.Concat(_blocks.Select(block => $"{block.Key}:{(Sections.Contains(block.Key) || block.Key == Suppressions ? "\n" : "")}{string.Concat(block.Value.Select(line => $"{line.Text}\n"))}"));

    /// <summary>What is to be said of it: rule, line, and the message up to the value that was found, for the names that are allowed are now others.</summary>
    internal IEnumerable<string> Expected => _expected.SelectMany(entry => entry.Value.Says.Select(line => Said().Match(line)).Select(match =>
        $"{match.Groups["rule"].Value} {LineOf(entry.Key, int.Parse(match.Groups["line"].Value))} {Shifted(Head(match.Groups["message"].Value), entry.Value.Suppressions)}"));

    /// <summary>The same of a finding.</summary>
    internal static string Summary(Finding finding) => $"{finding.Rule.Id} {finding.Location!.Line} {Head(finding.Message)}";

    /// <summary>Adds a case; false where it needs a part of the manifest that cannot be joined with another case's.</summary>
    internal bool TryAdd(string rule, RuleCase added)
    {
        var blocks = Blocks(added.Manifest);
        if (blocks.Keys.Any(key => !Sections.Contains(key) && key != Suppressions && _blocks.ContainsKey(key)) || blocks.ContainsKey("network"))
        {
            return false;
        }
        var texts = blocks.Where(block => Sections.Contains(block.Key)).SelectMany(block => block.Value).Select(line => line.Text).ToList();
        // The keys of one case may depend on each other, so they are all renamed or none; a name in AWS stands for itself.
        var (keys, names) = (Matches(Name(), texts), Matches(PhysicalName(), texts));
        List<string> renamed = [.. keys.Exists(_taken.Contains) ? keys : [], .. names.Where(_taken.Contains)];
        _taken.UnionWith(keys.Concat(names).Except(renamed));
        _expected[rule] = ([.. added.Says.Select(line => Rename(line, renamed, rule))], _blocks.GetValueOrDefault(Suppressions)?.Count(line => line.Text.StartsWith("  - ", StringComparison.Ordinal)) ?? 0);
        foreach (var (key, lines) in blocks)
        {
            _blocks.TryAdd(key, []);
            _blocks[key].AddRange(lines.Select(line => (Rename(line.Text, renamed, rule), (string?)rule, line.Line)));
        }
        return true;
    }

    private static Dictionary<string, List<(string Text, int Line)>> Blocks(string fragment)
    {
        var blocks = new Dictionary<string, List<(string Text, int Line)>>();
        var current = "";
        foreach (var (index, line) in fragment.TrimEnd('\n').Split('\n').Index())
        {
            if (Top().Match(line) is { Success: true } top)
            {
                current = top.Groups["key"].Value;
                blocks[current] = top.Groups["rest"].Value.Length > 0 ? [(top.Groups["rest"].Value, index + 1)] : [];
            }
            else
            {
                blocks[current].Add((line, index + 1));
            }
        }
        return blocks;
    }

    private static List<string> Matches(Regex pattern, List<string> lines) => [.. lines.SelectMany(line => pattern.Matches(line)).Select(match => match.Groups["name"].Value).Distinct()];

    /// <summary>The line in the whole of a line in a rule's fragment; the line of a section's key is the section's own.</summary>
    private int LineOf(string rule, int line)
    {
        var number = 0;
        foreach (var (key, lines) in _blocks)
        {
            number += Sections.Contains(key) || key == Suppressions ? 1 : 0;
            foreach (var entry in lines)
            {
                number++;
                if (entry.Rule == rule && entry.Line == line)
                {
                    return number;
                }
            }
        }
        throw new InvalidOperationException($"{rule} speaks of line {line}, which is not a line of a resource");
    }

    /// <summary>A prefix keeps apart what is apart, and together what gets one name; a domain is a domain of the rule's own.</summary>
    private static string Rename(string text, List<string> names, string rule)
    {
        var prefix = rule.ToLowerInvariant();
        var (place, message) = Said().Match(text) is { Success: true } said ? (text[..said.Groups["message"].Index], said.Groups["message"].Value) : ("", text);
        var renamed = names.Distinct().Aggregate(message, (current, name) => Regex.Replace(current, $"(?<![A-Za-z0-9_-]){Regex.Escape(name)}(?![A-Za-z0-9_-])", $"{prefix}-{name}", RegexOptions.None, TimeSpan.FromSeconds(1)));
        return place + Domain().Replace(renamed, $"{prefix}.example.");
    }

    private static string Head(string message) => message.Split(": got ")[0].Split(": allowed ")[0];

    private static string Shifted(string message, int by) => SuppressionIndex().Replace(message, match => $"suppressions[{int.Parse(match.Groups["index"].Value) + by}]");

    [GeneratedRegex("^(?<key>[A-Za-z]+):(?<rest>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Top();

    [GeneratedRegex("^  \"?(?<name>[^ :\"-][^:\"]*)\"?:", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex("(?<![A-Za-z])name: (?<name>[A-Za-z0-9-]+)(?=$|[ ,}])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PhysicalName();

    [GeneratedRegex("(?<![A-Za-z0-9-])example\\.(?=com|org|net)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Domain();

    [GeneratedRegex("^(error|warning) (?<rule>[A-Z]+[0-9]+) web\\.yaml:(?<line>[0-9]+):[0-9]+: (?<message>.*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"suppressions\[(?<index>[0-9]+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SuppressionIndex();
}
