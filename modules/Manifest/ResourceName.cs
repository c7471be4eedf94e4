using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>Names that something is declared under.</summary>
internal static partial class ResourceName
{
    internal const string Allowed = "a letter, then letters, digits, hyphens and underscores, at most 64 characters";

    internal const string Expression = "^[A-Za-z][A-Za-z0-9_-]{0,63}$";

    /// <summary>The same as a constraint.</summary>
    internal static readonly TextMatching Form = new(Expression, 64, Allowed);

    internal static bool IsLegal(string name) => Pattern().IsMatch(name);

    [GeneratedRegex(Expression, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
