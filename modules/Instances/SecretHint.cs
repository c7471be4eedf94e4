using System.Text.RegularExpressions;
using Orchestrator.Modules.Manifest;

namespace Orchestrator.Modules.Instances;

/// <summary>Finds what looks like a secret in a text. It says what it looks like, never what it is.</summary>
internal static partial class SecretHint
{
    /// <summary>The kind of secret that a text seems to contain, and on which line; null where it seems to have none.</summary>
    internal static string? In(string text)
    {
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var kind = SecretPatterns.KindOf(lines[index]) ?? (Assignment().IsMatch(lines[index]) ? "a password or token that is assigned a literal" : null);
            if (kind is not null)
            {
                return $"{kind} on its line {index + 1}";
            }
        }
        return null;
    }

    /// <summary>What a shell substitutes, <c>$(…)</c> or <c>$NAME</c>, is no literal.</summary>
    [GeneratedRegex("""(password|passwd|secret|token|api_?key|access_?key)[A-Za-z0-9_]*\s*[=:]\s*["']?[^\s"'$`<{(]{6,}""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assignment();
}
