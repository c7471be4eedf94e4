using System.Globalization;
using System.Text;

namespace Orchestrator.Hostile.Tests.Output;

/// <summary>Whether what was printed can do nothing to who reads it.</summary>
internal static class Harmless
{
    private static readonly string[] AnywhereInLine = ["##[", "##vso[", "##teamcity["];

    /// <summary>Fails with the first line that can.</summary>
    internal static void Check(string text)
    {
        var what = Why(text);
        Assert.True(what is null, what);
    }

    /// <summary>Fails where one of the two outputs of a process can.</summary>
    internal static ProcessResult Check(ProcessResult result)
    {
        Check(result.Output);
        Check(result.Error);
        Assert.DoesNotContain("This is a bug", result.Error, StringComparison.Ordinal);
        return result;
    }

    private static string? Why(string text) => text.Split('\n').Select(WhyLine).FirstOrDefault(why => why is not null);

    private static string? WhyLine(string line)
    {
        foreach (var rune in line.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                return $"U+{rune.Value:X4} in: {line}";
            }
        }
        var trimmed = line.TrimStart();
        return trimmed.StartsWith("::", StringComparison.Ordinal) ? $"a command to GitHub's runner: {line}"
            : AnywhereInLine.Any(command => line.Contains(command, StringComparison.OrdinalIgnoreCase)) ? $"a command to a build server: {line}"
            : trimmed.StartsWith(HostileText.Forged, StringComparison.Ordinal) ? $"a line that a text from outside began: {line}"
            : null;
    }
}
