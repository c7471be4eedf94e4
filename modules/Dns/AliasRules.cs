using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>What holds of single alias records and of values that say the same.</summary>
internal static class AliasRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("DNS353", "An alias of a CloudFront distribution does not evaluate its target's health; an alias is no NS or SOA record.", "ChangeResourceRecordSets rejects it.", "Route 53 AliasTarget.EvaluateTargetHealth; Route 53, supported DNS record types")
            .For<DnsRecordProps>(CheckAlias),
        Rule.Error("DNS354", "The values of a record differ, in whatever case and with or without a dot at the end where they are names.", "ChangeResourceRecordSets rejects duplicates.", "Route 53 ResourceRecordSet.ResourceRecords")
            .For<DnsRecordProps>(CheckTwins),
    ];

    private static void CheckAlias(DnsRecordProps record, Report report)
    {
        if (record.Alias is not { } alias)
        {
            return;
        }
        if (alias.IsCloudFront && alias.EvaluateTargetHealth?.Is(true) == true)
        {
            report.Add("alias.evaluateTargetHealth", "is not possible for CloudFront", "true", "false", "remove it");
        }
        if (record.Type.IsLiteral(out var type) && type is DnsRecordType.Ns or DnsRecordType.Soa)
        {
            report.Add("type", "is not possible for an alias", Spelling.Of(type), "any type but NS and SOA", "name the servers as values");
        }
    }

    private static void CheckTwins(DnsRecordProps record, Report report)
    {
        if (!record.Type.IsLiteral(out var type))
        {
            return;
        }
        var owners = new Dictionary<string, int>();
        for (var index = 0; index < record.Values.Count; index++)
        {
            if (record.Values[index].TryGetLiteral(out var text) && !owners.TryAdd(IsOfNames(type) ? DomainName.Normal(text) : text, index))
            {
                report.Add($"values[{index}]", $"says the same as values[{owners[IsOfNames(type) ? DomainName.Normal(text) : text]}]", Quoted.Of(text), "each value once", "remove one of the two");
            }
        }
    }

    private static bool IsOfNames(DnsRecordType type) => type is DnsRecordType.Mx or DnsRecordType.Ns or DnsRecordType.Srv or DnsRecordType.Ptr;
}
