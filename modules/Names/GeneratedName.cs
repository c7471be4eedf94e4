using System.Security.Cryptography;
using System.Text;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Names;

/// <summary>
/// Names that nobody has chosen: the stack's, which holds application and environment, and the thing's own. What is too long for AWS is cut at
/// the end and gets six digits that come from the whole, so that two long names remain two.
/// </summary>
internal static class GeneratedName
{
    /// <summary>The digits that tell what has been cut.</summary>
    internal const int Digits = 6;

    /// <summary>What the provider appends to a prefix (terraform-plugin-sdk, id.UniqueIDSuffixLength).</summary>
    private const int Appended = 26;

    /// <summary>A name.</summary>
    /// <param name="kind">What AWS wants of it.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="own">The thing's own.</param>
    internal static string Of(AwsName kind, string stack, string own)
    {
        var whole = Whole(kind, stack, own);
        return whole.Length <= kind.Longest ? whole : $"{PhysicalName.Cut(whole, kind.Longest - Digits - 1)}-{DigitsOf(whole)}";
    }

    /// <summary>The beginning of a name that the provider makes unique; it ends with what the thing is for, which is never cut.</summary>
    /// <param name="kind">What AWS wants of the name.</param>
    /// <param name="stack">The stack's name.</param>
    /// <param name="own">The thing's own.</param>
    /// <param name="purpose">What it is for; empty where its own name says so.</param>
    internal static string PrefixOf(AwsName kind, string stack, string own, string purpose = "")
    {
        var end = purpose.Length == 0 ? "-" : $"-{purpose}-";
        return $"{PhysicalName.Cut(Whole(kind, stack, own), RoomFor(kind, end))}{end}";
    }

    /// <summary>How long the beginning of a prefix may be.</summary>
    /// <param name="kind">What AWS wants of the name.</param>
    /// <param name="end">How the prefix ends.</param>
    internal static int RoomFor(AwsName kind, string end) => kind.Longest - Appended - end.Length;

    /// <summary>Six hexadecimal digits that come from a text.</summary>
    internal static string DigitsOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];

    /// <summary>The name before it is cut, in the characters that AWS takes, with <c>app-</c> before a beginning that AWS has for itself.</summary>
    internal static string Whole(AwsName kind, string stack, string own)
    {
        var text = string.Concat($"{stack}-{PhysicalName.Of(own)}".Select(character => char.IsAsciiLetterOrDigit(character) || kind.Signs.Contains(character, StringComparison.Ordinal) ? character : '-')).Trim('-');
        var legal = kind.Reserved.Any(beginning => text.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)) ? $"app-{text}" : text;
        return kind.IsLowerCase ? legal.ToLowerInvariant() : legal;
    }
}
