using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to addresses that clients know: Elastic IPs and the mapping of an NLB's subnets.</summary>
internal static class AddressRules
{
    private const string Subnet = "subnet_id";
    private static readonly string[] AddressAttributes = ["allocation_id", "private_ipv4_address", "ipv6_address"];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN01", Severity.Critical, "aws_eip", "An Elastic IP is deleted or replaced.",
            "The address goes back to Amazon for good. Who has allow-listed it, or points DNS at it, reaches nobody, or somebody else.",
            "Keep the address: take the cause of the replacement back, or move it in the state (moved, or removed with destroy = false and import).")
        {
            Check = static (model, report) =>
            {
                foreach (var address in model.Of("aws_eip"))
                {
                    report.JudgeDeletion(address, consequence: address.Before["public_ip"].Text is { Length: > 0 } ip ? $"The address {ip} goes back to Amazon for good. Who has allow-listed it, or points DNS at it, reaches nobody, or somebody else." : null);
                }
            },
        },
        new("PLAN02", Severity.Critical, "aws_lb network", "The address of a subnet's mapping changes, or a subnet is swapped, also where the plan says update.",
            "AWS cannot change the addresses of a Network Load Balancer in a subnet that it has: the apply fails, or clients meet another address.",
            "Keep allocation_id, private_ipv4_address and ipv6_address of every subnet that stays. To move, build a second load balancer and shift DNS.")
        {
            Check = static (model, report) =>
            {
                foreach (var balancer in Networks(model).Where(balancer => balancer.Before.IsKnown && balancer.After.IsKnown))
                {
                    CheckMapping(model, balancer, report);
                }
            },
        },
        new("PLAN04", Severity.Critical, "aws_lb network", "A Network Load Balancer is replaced, the new one first, and both ask for the same Elastic IP.",
            "The Elastic IP still belongs to the old load balancer: the new one cannot be created, and the apply fails.",
            "Remove create_before_destroy, or give the new load balancer Elastic IPs of its own.")
        {
            Check = static (model, report) =>
            {
                foreach (var balancer in Networks(model).Where(balancer => balancer.CreatesFirst))
                {
                    CheckKeptAddress(balancer, report);
                }
            },
        },
    ];

    /// <summary>The Network Load Balancers of a plan.</summary>
    internal static IEnumerable<ResourceChange> Networks(PlanModel model) =>
        model.Of("aws_lb").Where(balancer => (balancer.Before["load_balancer_type"].Text ?? balancer.After["load_balancer_type"].Text) == "network");

    private static void CheckMapping(PlanModel model, ResourceChange balancer, RuleReport report)
    {
        var after = balancer.After["subnet_mapping"];
        var old = BySubnet(balancer.Before["subnet_mapping"]);
        if (after.IsUnknown || after.Items.Any(item => item[Subnet].IsUnknown))
        {
            report.CannotTell(balancer, "subnet_mapping", "The mapping of subnets is known only after the apply.");
            return;
        }
        var current = BySubnet(after);
        var gone = old.Keys.Where(subnet => !current.ContainsKey(subnet)).Order(StringComparer.Ordinal).ToList();
        var added = current.Keys.Where(subnet => !old.ContainsKey(subnet)).Order(StringComparer.Ordinal).ToList();
        var isTold = false;
        if (gone.Count > 0 && added.Count > 0)
        {
            report.Violates(balancer, "subnet_mapping", string.Join(", ", gone), string.Join(", ", added));
            isTold = true;
        }
        foreach (var (subnet, mapping) in current.Where(pair => old.ContainsKey(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            isTold |= CheckAddresses(model, balancer, subnet, old[subnet], mapping, report);
        }
        if (!isTold)
        {
            report.Holds(balancer);
        }
    }

    private static bool CheckAddresses(PlanModel model, ResourceChange balancer, string subnet, PlanValue old, PlanValue current, RuleReport report)
    {
        var isTold = false;
        foreach (var attribute in AddressAttributes)
        {
            var (before, after) = (old[attribute], current[attribute]);
            if (after.IsUnknown && !(attribute == "allocation_id" && before.IsKnown && model.Find(before.Text, "aws_eip")?.Deletes == Answer.Yes))
            {
                // An address that AWS chooses for itself stays unknown on every change; only one that was given is at stake.
                if (attribute == "allocation_id" || balancer.Updates)
                {
                    report.CannotTell(balancer, "subnet_mapping", $"The {attribute} of {subnet} is known only after the apply.");
                    isTold = true;
                }
            }
            else if (after.IsUnknown || !Canonical.Same("", "", before, after))
            {
                report.Violates(balancer, $"subnet_mapping[{subnet}].{attribute}", before.Text ?? "(none)", after.IsUnknown ? "the address of a new Elastic IP" : after.Text ?? "(none)");
                isTold = true;
            }
        }
        return isTold;
    }

    private static void CheckKeptAddress(ResourceChange balancer, RuleReport report)
    {
        var mapping = balancer.After["subnet_mapping"];
        var kept = mapping.Items.Select(item => item["allocation_id"].Text).OfType<string>().Where(id => id.Length > 0)
            .Intersect(balancer.Before["subnet_mapping"].Items.Select(item => item["allocation_id"].Text).OfType<string>(), StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (kept.Count > 0)
        {
            report.Violates(balancer, "subnet_mapping.allocation_id", string.Join(", ", kept), string.Join(", ", kept));
        }
        else if (mapping.IsUnknown || mapping.Items.Any(item => item["allocation_id"].IsUnknown))
        {
            report.CannotTell(balancer, "subnet_mapping", "The Elastic IPs of the new load balancer are known only after the apply.");
        }
        else
        {
            report.Holds(balancer);
        }
    }

    private static Dictionary<string, PlanValue> BySubnet(PlanValue mapping) =>
        mapping.Items.Where(item => item[Subnet].IsKnown).DistinctBy(item => item[Subnet].Text).ToDictionary(item => item[Subnet].Text!, StringComparer.Ordinal);
}
