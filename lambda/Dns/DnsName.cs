using System.Text;

namespace Orchestrator.Lambda.Dns;

/// <summary>A name in the DNS, absolute and in lower case, without the dot at its end: names that differ only in case are one name (RFC 4343).</summary>
internal sealed record DnsName
{
    /// <summary>The most octets of a name on the wire, lengths included (RFC 1035 §2.3.4).</summary>
    internal const int LongestName = 255;

    /// <summary>The most octets of a label.</summary>
    internal const int LongestLabel = 63;

    private readonly string _text;

    private DnsName(string text) => _text = text;

    /// <summary>The root.</summary>
    internal static DnsName Root { get; } = new("");

    /// <summary>Its labels, the leftmost first.</summary>
    internal string[] Labels => _text.Length == 0 ? [] : _text.Split('.');

    /// <summary>The name without its leftmost label; null for the root.</summary>
    internal DnsName? Parent => _text.Length == 0 ? null : new(_text.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? _text[(dot + 1)..] : "");

    /// <summary>Reads a host's name: letters, digits, hyphens and underscores in labels of 1 to 63. Null where the text is not one.</summary>
    internal static DnsName? Parse(string text)
    {
        var name = text.EndsWith('.') ? text[..^1] : text;
        var isName = name.Length is > 0 and <= LongestName - 2
            && name.Split('.').All(label => label.Length is > 0 and <= LongestLabel && label.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'));
        return isName ? new(name.ToLowerInvariant()) : null;
    }

    /// <summary>Why a text is no host's name; null where it is one.</summary>
    internal static string? Problem(string text)
    {
        var name = text.EndsWith('.') ? text[..^1] : text;
        var labels = name.Split('.');
        if (labels.FirstOrDefault(label => label.Length > LongestLabel) is { } longest)
        {
            return $"\"{longest}\" has {longest.Length} characters, and what is between two dots may have {LongestLabel}";
        }
        if (name.Length > LongestName - 2)
        {
            return $"it has {name.Length} characters, and a DNS name may have {LongestName - 2}";
        }
        if (labels.Any(label => label.Length == 0))
        {
            return "between two dots, or before the first, there is nothing";
        }
        return Parse(name) is null ? $"it has \"{name.First(character => !(char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.'))}\", and a DNS name has letters, digits, hyphens and dots" : null;
    }

    /// <summary>Makes a name of labels as they stand on the wire. Octets that are no letter, digit, hyphen or underscore are written as \DDD, so that different names stay different.</summary>
    internal static DnsName FromWire(IEnumerable<byte[]> labels) => new(string.Join('.', labels.Select(Text)));

    /// <summary>The name with one more label in front.</summary>
    internal DnsName Prepend(string label) => Parse($"{label}.{_text}") ?? throw new ArgumentException($"{label}.{_text} is not a name.", nameof(label));

    public override string ToString() => _text;

    private static string Text(byte[] label)
    {
        var text = new StringBuilder(label.Length);
        foreach (var octet in label)
        {
            var character = (char)octet;
            _ = char.IsAsciiLetterOrDigit(character) || character is '-' or '_' ? text.Append(char.ToLowerInvariant(character)) : text.Append('\\').Append(octet.ToString("D3"));
        }
        return text.ToString();
    }
}
