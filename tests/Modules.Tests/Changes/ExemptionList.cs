using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>What may be left unplanned when a setting is taken out, each with its reason.</summary>
/// <param name="exemptions">Which settings, which parts of what they change, and why.</param>
internal sealed class ExemptionList(IReadOnlyList<(string Key, string Part, string Reason)> exemptions)
{
    private readonly HashSet<string> _used = [];

    /// <summary>The exemptions that nothing needed.</summary>
    internal IEnumerable<string> Unused => exemptions.Select(exemption => $"{exemption.Key} {exemption.Part}").Except(_used);

    /// <summary>Why a part of what a setting's removal changes may be left unplanned; null where it may not.</summary>
    internal string? ReasonOf(string key, string part)
    {
        var exemption = exemptions.FirstOrDefault(candidate => Matches(key, candidate.Key) && Matches(part, candidate.Part));
        if (exemption.Reason is not null)
        {
            _used.Add($"{exemption.Key} {exemption.Part}");
        }
        return exemption.Reason;
    }

    /// <summary>Whether a text has what a pattern looks for.</summary>
    internal static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(1));
}
