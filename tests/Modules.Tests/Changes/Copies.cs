using System.Globalization;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>What resources are called that belong to one change of many in one configuration: its number is at the end of their names.</summary>
internal static partial class Copies
{
    /// <summary>The name that a resource has for a change.</summary>
    internal static string Of(string name, int index) => $"{name}__c{index}";

    /// <summary>The number of the change that a name or an address belongs to; -1 where it is of the stack itself.</summary>
    internal static int IndexOf(string text) => Copy().Match(text) is { Success: true } match ? int.Parse(match.Groups["case"].Value, CultureInfo.InvariantCulture) : -1;

    /// <summary>A text with the names that the resources have in their stack.</summary>
    internal static string Original(string text) => Copy().Replace(text, "");

    [GeneratedRegex("__c(?<case>[0-9]+)(?![0-9])", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Copy();
}
