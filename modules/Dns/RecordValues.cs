using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>The forms that values of records have.</summary>
internal static partial class RecordValues
{
    private const int LongestText = 255;

    /// <summary>Checks the values of types other than addresses.</summary>
    internal static void Check(DnsRecordProps record, Report report)
    {
        if (!record.Type.IsLiteral(out var type) || record.Alias is not null)
        {
            return;
        }
        if (type == DnsRecordType.Cname && record.Values.Count > 1)
        {
            report.Add("values", "are several for a CNAME record", $"{record.Values.Count}", "exactly one", "keep one, or make a record of each and choose between them by weight");
        }
        for (var index = 0; index < record.Values.Count; index++)
        {
            if (record.Values[index].TryGetLiteral(out var text) && Mistake(type, text) is var (what, allowed, fix))
            {
                report.Add($"values[{index}]", what, Quoted.Of(text), allowed, fix);
            }
        }
    }

    /// <summary>Checks that the values of address records are addresses.</summary>
    internal static void CheckAddresses(DnsRecordProps record, Report report)
    {
        if (!record.Type.IsLiteral(out var type) || type is not (DnsRecordType.A or DnsRecordType.Aaaa))
        {
            return;
        }
        var (family, name, example) = type == DnsRecordType.A ? (AddressFamily.InterNetwork, "IPv4", "203.0.113.10") : (AddressFamily.InterNetworkV6, "IPv6", "2001:db8::1");
        for (var index = 0; index < record.Values.Count; index++)
        {
            if (record.Values[index].TryGetLiteral(out var text) && AddressFamilyOf(text) is var found && found != family)
            {
                report.Add($"values[{index}]", $"is not an {name} address", Quoted.Of(text), $"an address such as {example}", found is null ? "write an address; for a name use a CNAME record or an alias" : $"put it in {(type == DnsRecordType.A ? "an AAAA" : "an A")} record");
            }
        }
    }

    /// <summary>The family of an address as people write it; null for anything else, of which .NET takes much.</summary>
    internal static AddressFamily? AddressFamilyOf(string text) =>
        !IPAddress.TryParse(text, out var address) || text.Contains('%') || text.Contains('[') ? null
        : address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == text ? address.AddressFamily
        : null;

    private static (string What, string Allowed, string Fix)? Mistake(DnsRecordType type, string text) => type switch
    {
        _ when text.Length == 0 => ("is empty", "a value", "remove it"),
        DnsRecordType.Mx => HasForm(Mx(), text, 65535) ? null : ("is not a mail server", "a preference from 0 to 65535 and a name", "write one such as 10 mail.example.com"),
        DnsRecordType.Srv => HasForm(Srv(), text, 65535) ? null : ("is not a server of a service", "priority, weight and port, each from 0 to 65535, and a name", "write one such as 10 5 443 app.example.com"),
        DnsRecordType.Caa => HasForm(Caa(), text, 255) ? null : ("is not an authorization of a certificate authority", "a flag from 0 to 255, a tag, and a text in quotes", "write one such as 0 issue \"amazon.com\""),
        DnsRecordType.Txt or DnsRecordType.Spf => LongestOf(text) is var longest && longest > LongestText
            ? ($"has a text of {longest} characters", $"texts of at most {LongestText}", "divide it by two quotes, \"\", between two parts of the value")
            : null,
        DnsRecordType.Cname or DnsRecordType.Ns or DnsRecordType.Ptr => DomainName.Mistake(text, isCertificates: false, mayBeWildcard: false) is var (what, fix) ? (what, "a domain name", fix) : null,
        _ => null,
    };

    private static bool HasForm(Regex form, string text, int highest) =>
        form.Match(text) is { Success: true } match && match.Groups["number"].Captures.All(number => int.Parse(number.Value, CultureInfo.InvariantCulture) <= highest);

    /// <summary>The length of the longest text in a value: the provider puts quotes around the whole, so two of them inside end one text and begin another.</summary>
    private static int LongestOf(string value) => value.Split(["\"\"", "\" \""], StringSplitOptions.None).Max(text => text.Length);

    [GeneratedRegex(@"^(?<number>\d{1,5}) (?<name>\S+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mx();

    [GeneratedRegex(@"^(?<number>\d{1,5}) (?<number>\d{1,5}) (?<number>\d{1,5}) (?<name>\S+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Srv();

    [GeneratedRegex("""^(?<number>\d{1,3}) [A-Za-z0-9]+ ".*"$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Caa();
}
