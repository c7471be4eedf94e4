using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Certificates;

/// <summary>What DNS says of the authorities that may issue a certificate.</summary>
internal static class AuthorizationRules
{
    private static readonly string[] Amazon = ["amazon.com", "amazontrust.com", "awstrust.com", "amazonaws.com"];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Warning("ACM355", "CAA records let Amazon issue the certificates of names at or below them.", "ACM fails with CAA_ERROR, unless a record nearer to the name allows it.", "ACM guide, configure a CAA record")
            .ForAll(Check),
    ];

    private static void Check(Model model, Report report)
    {
        var authorizations = model.Of<DnsRecordProps>()
            .Where(record => record.Props.Type?.Is(DnsRecordType.Caa) == true && record.Props.Name.IsLiteral && record.Props.Values.All(value => value.IsLiteral))
            .GroupBy(record => DomainName.Normal(record.Props.Name.ToString()))
            .ToDictionary(records => records.Key, records => records.First());
        foreach (var certificate in model.Of<CertificateProps>())
        {
            foreach (var (property, name, _) in certificate.Props.DomainNames())
            {
                if (name.TryGetLiteral(out var text) && Nearest(DomainName.Normal(text).Replace("*.", ""), authorizations) is { } record && !Allows(record.Props, text.StartsWith("*.", StringComparison.Ordinal)))
                {
                    report.At(certificate).Add(property, $"is a name that {record.WrittenAt()} lets other authorities have alone", Quoted.Of(text), "a CAA record with amazon.com", "add the value 0 issue \"amazon.com\"");
                }
            }
        }
    }

    private static Declaration<DnsRecordProps>? Nearest(string name, Dictionary<string, Declaration<DnsRecordProps>> authorizations) =>
        authorizations.TryGetValue(name, out var found) ? found : name.IndexOf('.') is > 0 and var dot ? Nearest(name[(dot + 1)..], authorizations) : null;

    /// <summary>Where there is a tag for wildcards it counts for them, else that for every name; without either, anybody may.</summary>
    private static bool Allows(DnsRecordProps record, bool isWildcard)
    {
        var values = record.Values.Select(value => value.ToString().Split(' ', 3, StringSplitOptions.RemoveEmptyEntries)).Where(parts => parts.Length == 3).Select(parts => (Tag: parts[1].ToLowerInvariant(), Authority: parts[2].Trim('"').Split(';')[0].Trim().ToLowerInvariant())).ToList();
        var wildcards = values.Where(value => value.Tag == "issuewild").ToList();
        var counting = isWildcard && wildcards.Count > 0 ? wildcards : values.Where(value => value.Tag == "issue").ToList();
        return counting.Count == 0 || counting.Exists(value => Amazon.Contains(value.Authority));
    }
}
