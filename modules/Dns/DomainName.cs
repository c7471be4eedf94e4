namespace Orchestrator.Modules.Dns;

/// <summary>Domain names as Route 53 and ACM take them.</summary>
internal static class DomainName
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <summary>A name by which equal ones are found: in lower case, without a dot at its end.</summary>
    internal static string Normal(string name) => (name.EndsWith('.') ? name[..^1] : name).ToLowerInvariant();

    /// <summary>Whether a name is a zone's own or below it.</summary>
    internal static bool IsIn(string name, string zone) =>
        Normal(name) is var inner && Normal(zone) is var outer && (inner == outer || inner.EndsWith($".{outer}", StringComparison.Ordinal));

    /// <summary>Explains what is wrong with a name, or returns null where nothing is.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isCertificates">Whether it is for a certificate: letters, digits and hyphens alone, without a dot at its end. Route 53 takes every printable character: 0/25.2.0.192.in-addr.arpa.</param>
    /// <param name="mayBeWildcard">Whether its first label may be an asterisk.</param>
    internal static (string What, string Fix)? Mistake(string name, bool isCertificates, bool mayBeWildcard)
    {
        if (name.EndsWith('.') && (isCertificates || name.Length == 1))
        {
            return name.Length == 1 ? ("has no labels", "name a domain, such as example.com") : ("ends with a dot", $"write {name[..^1]}");
        }
        if (name.Contains("://", StringComparison.Ordinal))
        {
            return ("is a URL", $"write {name[(name.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/')[0]}");
        }
        var labels = (name.EndsWith('.') ? name[..^1] : name).Split('.');
        return name.Length == 0 ? ("is empty", "name a domain, such as example.com")
            : name.Length - (name.EndsWith('.') ? 1 : 0) > LongestName ? ($"has {name.Length} characters", $"use a name with at most {LongestName}")
            : labels.Contains("") ? ("has an empty label", "remove the dot that has nothing before it")
            : Wildcard(labels, mayBeWildcard) ?? labels.Select(label => Label(label, isCertificates)).FirstOrDefault(mistake => mistake is not null);
    }

    private static (string What, string Fix)? Wildcard(string[] labels, bool mayBeWildcard)
    {
        var isFirst = labels[0] == "*";
        if (isFirst && !mayBeWildcard)
        {
            return ("is a wildcard", "name the domain itself");
        }
        return labels.Skip(isFirst ? 1 : 0).Any(label => label.Contains('*')) ? ("has an asterisk that is not the whole first label", "write the asterisk as the first label, *.example.com, or leave it out")
            : isFirst && labels.Length == 1 ? ("is a wildcard of everything", "put a domain behind it: *.example.com")
            : null;
    }

    private static (string What, string Fix)? Label(string label, bool isCertificates)
    {
        if (label == "*")
        {
            return null;
        }
        if (label.Length > LongestLabel)
        {
            return ($"has a label with {label.Length} characters", $"use labels with at most {LongestLabel}");
        }
        if (label.Any(character => !char.IsAscii(character)))
        {
            return ("has characters outside ASCII", "write that label in Punycode, xn--…");
        }
        if (!label.All(character => isCertificates ? char.IsAsciiLetterOrDigit(character) || character == '-' : character is > ' ' and <= '~'))
        {
            return isCertificates ? ("has characters that are not legal in a domain name", "use letters, digits and hyphens") : ("has a space or a control character", "remove it");
        }
        return label[0] == '-' || label[^1] == '-' ? ("has a label with a hyphen at an end", "remove that hyphen") : null;
    }
}
