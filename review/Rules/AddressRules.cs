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
            AdviceWhereDeleted = "Keep the address in the configuration; to merely stop managing it, use removed with destroy = false.",
            Check = static (model, report) =>
            {
                foreach (var address in model.Of("aws_eip"))
                {
                    report.JudgeDeletion(address, consequence: Release(address));
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
        new("PLAN40", Severity.High, "aws_eip, aws_eip_association", "An Elastic IP is given to something else, or its association is deleted or replaced.",
            "Who uses the address reaches something else, or nobody.",
            "Leave the address where it is, and give the other thing one of its own.")
        {
            Check = static (model, report) =>
            {
                foreach (var address in ListenerRules.Existing(model, "aws_eip").Where(address => address.Deletes == Answer.No))
                {
                    CheckHolder(model, address, report);
                }
                foreach (var association in model.Of("aws_eip_association").Where(association => association.Before.IsKnown))
                {
                    report.JudgeDeletion(association, consequence: $"The address {association.Before["public_ip"].Text} {(association.Replaces ? "leads nowhere until it is associated again" : "leads nowhere any more")}.");
                }
            },
        },
    ];

    private static string? Release(ResourceChange address)
    {
        var ip = address.Before["public_ip"].Text;
        return address.Before["public_ipv4_pool"].Text is { Length: > 0 } pool && pool != "amazon" ? $"The address {ip} goes back to the pool {pool}. Who has allow-listed it, or points DNS at it, reaches nobody."
            : ip is { Length: > 0 } ? $"The address {ip} goes back to Amazon for good. Who has allow-listed it, or points DNS at it, reaches nobody, or somebody else."
            : null;
    }

    private static void CheckHolder(PlanModel model, ResourceChange address, RuleReport report)
    {
        var isTold = false;
        foreach (var path in new[] { "instance", "network_interface", "associate_with_private_ip" })
        {
            var (before, after) = (address.Before[path], address.After[path]);
            var differs = after.IsUnknown && before.Text is null or "" && model.Plan.Configuration.Gives(address, path) == Answer.No ? Answer.No : address.Differs(path);
            if (differs == Answer.Yes)
            {
                var balancers = ApplyOrder.UsersBefore(model, address, "aws_lb", "aws_nat_gateway");
                var ip = address.Before["public_ip"].Text;
                report.Violates(address, path, consequence: balancers.Count > 0 ? $"The address {ip} belongs to {balancers[0].Address}: AWS refuses to give it away, or clients of it reach something else."
                    : after.Text is { Length: > 0 } holder ? $"The address {ip} goes to {holder}: who uses it reaches that, and what had it before answers no more."
                    : $"The address {ip} leads nowhere any more.");
            }
            else if (differs == Answer.Unknown)
            {
                report.CannotTell(address, path, "What gets the address is known only after the apply.");
            }
            isTold |= differs != Answer.No;
        }
        if (!isTold)
        {
            report.Holds(address);
        }
    }

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
