using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Publishing;

/// <summary>The versions of modules, which their changelogs tell.</summary>
internal static partial class ModuleVersion
{
    /// <summary>The newest version in a changelog.</summary>
    /// <exception cref="FormatException">It has none.</exception>
    internal static Version In(string changelog) =>
        Heading().Match(changelog) is { Success: true } match ? Version.Parse(match.Groups["version"].Value) : throw new FormatException("no line of the changelog is \"## \" and a version");

    [GeneratedRegex(@"^## (?<version>[0-9]+\.[0-9]+\.[0-9]+)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heading();
}
