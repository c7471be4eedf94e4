using System.Globalization;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Provider;

/// <summary>A version constraint as Terraform has them: comparisons, separated by commas, all of which hold.</summary>
internal sealed partial class VersionConstraint
{
    /// <summary>The lowest version that nobody has seen yet.</summary>
    internal static readonly Version Unknown = new(7, 0, 0);

    private readonly IReadOnlyList<(string Operator, Version Version, int Parts, string Text)> _clauses;

    private VersionConstraint(IReadOnlyList<(string, Version, int, string)> clauses) => _clauses = clauses;

    /// <summary>What is said where nobody says anything: every supported version.</summary>
    internal static VersionConstraint Any { get; } = new([]);

    /// <summary>Reads one; null where Terraform would not.</summary>
    internal static VersionConstraint? Parse(string text)
    {
        var clauses = new List<(string, Version, int, string)>();
        foreach (var clause in text.Split(',').Select(clause => clause.Trim()))
        {
            if (Clause().Match(clause) is not { Success: true } match)
            {
                return null;
            }
            var parts = match.Groups["version"].Value.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
            var version = new Version(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
            clauses.Add((match.Groups["operator"].Value is { Length: > 0 } named ? named : "=", version, parts.Count, clause));
        }
        return new VersionConstraint(clauses);
    }

    /// <summary>Whether some version from the given one on is let in.</summary>
    internal bool LetsInFrom(Version version) => _clauses.All(clause => clause.Operator switch
    {
        "<" => clause.Version > version,
        "<=" or "=" => clause.Version >= version,
        "~>" => Below(clause.Version, clause.Parts) > version,
        _ => true,
    });

    /// <summary>The constraint that lets in those of its versions that are not lower than another.</summary>
    internal string From(Version lowest)
    {
        var from = _clauses.Where(clause => clause.Operator == ">=").Select(clause => clause.Version).Append(lowest).Max()!;
        var others = _clauses.Where(clause => clause.Operator != ">=").Select(clause => clause.Text).ToList();
        var isBounded = _clauses.Any(clause => clause.Operator is "<" or "<=" or "=" or "~>");
        return string.Join(", ", [$">= {from}", .. others, .. isBounded ? Array.Empty<string>() : [$"< {Unknown}"]]);
    }

    /// <summary>The first version that <c>~&gt;</c> does not let in.</summary>
    private static Version Below(Version version, int parts) => parts > 2 ? new Version(version.Major, version.Minor + 1, 0) : new Version(version.Major + 1, 0, 0);

    [GeneratedRegex(@"^(?<operator>>=|<=|!=|~>|>|<|=)? *(?<version>[0-9]{1,4}(\.[0-9]{1,4}){0,2})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clause();
}
