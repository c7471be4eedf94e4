using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to Route 53 records.</summary>
internal static class DnsRules
{
    private const string Weight = "weighted_routing_policy.0.weight";
    private static readonly string[] Policies = ["weighted_routing_policy", "latency_routing_policy", "geolocation_routing_policy", "failover_routing_policy", "cidr_routing_policy", "geoproximity_routing_policy", "multivalue_answer_routing_policy"];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN25", Severity.Critical, "aws_route53_record", "A record is deleted or replaced.",
            "The name does not resolve, and resolvers remember that for the zone's negative TTL.",
            "Create the new record first, and delete the old one when nobody asks for it any more.")
        {
            AdviceWhereDeleted = "Keep the record until nobody asks for the name any more; to merely stop managing it, use removed with destroy = false.",
            Check = static (model, report) =>
            {
                var sets = model.Of("aws_route53_record").Where(record => record.Before.IsKnown && record.Deletes == Answer.No).ToLookup(SetBefore);
                foreach (var record in model.Of("aws_route53_record").Where(record => record.Before.IsKnown))
                {
                    var hasSiblings = sets[SetBefore(record)].Any();
                    report.JudgeDeletion(record, hasSiblings ? Severity.High : null, hasSiblings ? "Its share of the traffic goes to the other records of the name." : null);
                }
            },
        },
        new("PLAN26", Severity.High, "aws_route53_record", "In place: the type, the set identifier, the routing policy, the alias target, the records, evaluate_target_health off, the health check removed, or failover roles swapped.",
            "Traffic moves as resolvers ask again, over the TTL, without a way back before it has passed.",
            "Lower the TTL first; move with weights where both targets can serve.")
        {
            Check = static (model, report) =>
            {
                foreach (var record in ListenerRules.Existing(model, "aws_route53_record").Where(record => record.Deletes != Answer.Yes))
                {
                    CheckRouting(model, record, report);
                }
            },
        },
        new("PLAN27", Severity.High, "aws_route53_record", "Of the records of one zone, name and type, a weight goes to 0, or all are 0.",
            "The record gets no traffic any more; where all weights are 0, all get the same share.",
            "Lower the weight in steps; leave one record above 0.")
        {
            Check = CheckWeights,
        },
    ];

    private static void CheckRouting(PlanModel model, ResourceChange record, RuleReport report)
    {
        var isTold = Changed(record, "type", report) | Changed(record, "set_identifier", report) | CheckTarget(model, record, report) | Changed(record, "records", report);
        foreach (var policy in Policies)
        {
            isTold |= CheckPolicy(model, record, policy, report);
        }
        isTold |= SwitchedOff(record, "alias.0.evaluate_target_health", record.Before["alias"]["evaluate_target_health"].Boolean == true, record.After["alias"]["evaluate_target_health"], "The record answers with its target also when that is not healthy.", report);
        if (record.Before["health_check_id"].Text is { Length: > 0 } && !record.After["health_check_id"].IsUnknown && record.After["health_check_id"].Text is null or "")
        {
            report.Violates(record, "health_check_id", consequence: "The record answers with its target also when that is not healthy.");
            isTold = true;
        }
        if (!isTold)
        {
            report.Holds(record);
        }
    }

    private static bool CheckTarget(PlanModel model, ResourceChange record, RuleReport report)
    {
        const string Target = "alias.0.name";
        var (before, after) = (record.Before.At(Target), record.After.At(Target));
        if (after.IsUnknown && model.Follows(record, Target) || before.IsNull && after.IsNull)
        {
            return false;
        }
        // Route 53 writes names in lower case with a dot at the end; a load balancer's dualstack name is the same target.
        if (!after.IsUnknown && Plain(before.Text) == Plain(after.Text))
        {
            return false;
        }
        return Changed(record, Target, report);
    }

    private static bool CheckPolicy(PlanModel model, ResourceChange record, string policy, RuleReport report)
    {
        if (policy == "weighted_routing_policy" && record.Before[policy].Items.Count > 0 && record.After[policy].Items.Count > 0)
        {
            // To 0 is PLAN27's.
            if (record.Differs(Weight) != Answer.Yes || record.After.At(Weight).Number == 0)
            {
                return false;
            }
            var (old, now) = (ShareOf(model, record, record => record.Before), ShareOf(model, record, record => record.After));
            if (old == now && old == 1)
            {
                report.Violates(record, Weight, severity: Severity.Medium, consequence: "Its share of the answers changes, by the weights of the other records of the name, which are not in this plan.", advice: "Move in steps, and watch both targets while resolvers ask again.");
                return true;
            }
            if (old == now)
            {
                return false;
            }
            report.Violates(record, Weight, severity: Shares.SeverityOf(Math.Abs(now - old)), consequence: $"Its share of the answers goes from {ActionShares.Percent(old)} to {ActionShares.Percent(now)}, as resolvers ask again.", advice: "Move in steps, and watch both targets while resolvers ask again.");
            return true;
        }
        return Changed(record, policy, report);
    }

    /// <summary>The share of a record among those of its name, on one side.</summary>
    private static decimal ShareOf(PlanModel model, ResourceChange record, Func<ResourceChange, PlanValue> side)
    {
        var sum = model.WeightedRecords(side)[Set(side(record))].Sum(other => side(other).At(Weight).Number ?? 0);
        return sum == 0 ? 0 : (side(record).At(Weight).Number ?? 0) / sum;
    }

    private static bool Changed(ResourceChange record, string attribute, RuleReport report)
    {
        var differs = record.Differs(attribute);
        if (differs == Answer.No || !record.After.At(attribute).HasUnknown && IsEmpty(record.Before.At(attribute)) && IsEmpty(record.After.At(attribute)))
        {
            return false;
        }
        report.Judge(record, attribute, differs);
        return true;
    }

    private static bool IsEmpty(PlanValue value) => value.IsNull || value.Text is "" || value.Json.ValueKind == System.Text.Json.JsonValueKind.Array && value.Items.Count == 0;

    private static bool SwitchedOff(ResourceChange record, string attribute, bool wasOn, PlanValue after, string consequence, RuleReport report)
    {
        var off = after.IsUnknown ? Answer.Unknown : after.Boolean == false ? Answer.Yes : Answer.No;
        if (!wasOn || off == Answer.No)
        {
            return false;
        }
        report.Judge(record, attribute, off, consequence: consequence);
        return true;
    }

    private static void CheckWeights(PlanModel model, RuleReport report)
    {
        foreach (var set in model.Of("aws_route53_record").Where(record => record.After.IsKnown && record.After["weighted_routing_policy"].Items.Count > 0).GroupBy(SetAfter))
        {
            var weights = set.Select(record => record.After.At(Weight)).ToList();
            var allZero = weights.TrueForAll(weight => weight.Number == 0);
            foreach (var record in set)
            {
                var (before, after) = (record.Before.At(Weight), record.After.At(Weight));
                if (after.IsUnknown)
                {
                    report.CannotTell(record, Weight, "The weight is known only after the apply.");
                }
                else if (allZero && !record.IsUntouched)
                {
                    report.Violates(record, Weight, before.Text ?? "(none)", "0", consequence: "All records of the name have weight 0: Route 53 then gives all of them the same share.");
                }
                else if (after.Number == 0 && before.Number > 0)
                {
                    report.Violates(record, Weight, consequence: "The record gets no traffic any more: all of it goes to the others of the name.");
                }
                else
                {
                    report.Holds(record);
                }
            }
        }
    }

    private static (string?, string?, string?) SetBefore(ResourceChange record) => Set(record.Before);

    private static (string?, string?, string?) SetAfter(ResourceChange record) => Set(record.After);

    internal static (string?, string?, string?) Set(PlanValue record) => (record["zone_id"].Text, Plain(record["name"].Text), record["type"].Text);

    private static string? Plain(string? name) => name?.ToLowerInvariant().TrimEnd('.') is { } plain ? plain.StartsWith("dualstack.", StringComparison.Ordinal) ? plain["dualstack.".Length..] : plain : null;
}
