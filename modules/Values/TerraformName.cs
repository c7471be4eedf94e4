using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Values;

/// <summary>Names of resources in Terraform.</summary>
internal static partial class TerraformName
{
    internal const string Allowed = "a letter or an underscore, then letters, digits, hyphens and underscores";

    internal static bool IsLegal(string name) => Pattern().IsMatch(name);

    /// <summary>A name with hyphens for what Terraform does not accept.</summary>
    internal static string Part(string text) => Strange().Replace(text, "-").Trim('-');

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();

    [GeneratedRegex("[^A-Za-z0-9_-]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Strange();
}
