using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to hosted zones, and how long resolvers keep what records say.</summary>
internal static class ZoneRules
{
    private const string Record = "aws_route53_record";

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN41", Severity.Critical, "aws_route53_zone, aws_route53_zone_association", "A hosted zone is deleted or replaced, or a VPC is taken out of a private one.",
            "Names of the zone no longer resolve.",
            "Keep the zone: its name servers cannot be had again. To move a domain, make the new zone with all records first, delegate to it, and wait for the TTL of the delegation.")
        {
            Check = static (model, report) =>
            {
                foreach (var zone in model.Of("aws_route53_zone").Where(zone => zone.Before.IsKnown))
                {
                    CheckZone(zone, report);
                }
                foreach (var association in model.Of("aws_route53_zone_association").Where(association => association.Before.IsKnown))
                {
                    report.JudgeDeletion(association, Severity.High, $"In {association.Before["vpc_id"].Text} the names of the zone no longer resolve{(association.Replaces ? " until it is associated again" : "")}.");
                }
            },
        },
        new("PLAN42", Severity.Medium, Record, "The TTL of a record rises.",
            "Resolvers keep the answer for as long: a move, or the way back from one, takes that long.",
            "Raise the TTL when nothing is about to move; lower it one old TTL before a move.")
        {
            Check = static (model, report) =>
            {
                foreach (var record in ListenerRules.Existing(model, Record).Where(record => record.Deletes == Answer.No && record.Before["ttl"].Number > 0))
                {
                    CheckTtl(record, report);
                }
            },
        },
    ];

    private static void CheckZone(ResourceChange zone, RuleReport report)
    {
        var name = zone.Before["name"].Text;
        var networks = zone.Before["vpc"].Items;
        if (zone.Deletes != Answer.No)
        {
            report.JudgeDeletion(zone, consequence: networks.Count > 0 ? $"In its VPCs no name of {name} resolves by this zone any more{(zone.Replaces ? " until the new one has its records" : "")}."
                : zone.Replaces ? $"The new zone has other name servers: no name of {name} resolves until the domain is delegated to them, and resolvers remember the old ones for up to two days."
                : $"No name of {name} resolves by this zone any more, and its name servers cannot be had again.");
            return;
        }
        var after = zone.After["vpc"];
        var left = after.Items.Select(item => item["vpc_id"].Text).ToHashSet(StringComparer.Ordinal);
        var gone = networks.Select(item => item["vpc_id"].Text).Where(network => !left.Contains(network)).Order(StringComparer.Ordinal).ToList();
        report.Judge(zone, "vpc", gone.Count == 0 ? Answer.No : after.HasUnknown ? Answer.Unknown : Answer.Yes, consequence: $"In {string.Join(", ", gone)} the names of {name} no longer resolve by this zone.");
    }

    private static void CheckTtl(ResourceChange record, RuleReport report)
    {
        var after = record.After["ttl"];
        var rises = after.IsUnknown ? Answer.Unknown : after.Number > record.Before["ttl"].Number ? Answer.Yes : Answer.No;
        var moves = record.Differs("records") == Answer.Yes;
        report.Judge(record, "ttl", rises, severity: moves ? Severity.High : null,
            consequence: moves
                ? $"The record moves, and resolvers keep the new answer for {after.Text} seconds: the way back takes that long."
                : $"Resolvers keep the answer for {after.Text} seconds: a move, or the way back from one, takes that long.");
    }
}
