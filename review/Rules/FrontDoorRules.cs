using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What lets clients in to a load balancer.</summary>
internal static class FrontDoorRules
{
    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN39", Severity.High, "aws_lb, security groups and their rules", "What lets clients in to a listener of a load balancer is removed or narrowed, or the load balancer gets other groups.",
            "Clients that came in by it are refused: their connections time out.",
            "Open the new way in before the old one is closed, in an apply of its own.")
        {
            Check = static (model, report) =>
            {
                var doors = new Doors(model);
                foreach (var balancer in ListenerRules.Existing(model, "aws_lb").Where(balancer => balancer.Deletes == Answer.No && balancer.Before["security_groups"].Items.Count > 0))
                {
                    CheckGroups(model, balancer, report);
                }
                foreach (var owner in model.Of(["aws_security_group", .. OpenPort.RuleTypes]).Where(owner => owner.Before.IsKnown && (!owner.IsUntouched || owner.DeferredBecause is not null)))
                {
                    CheckRule(owner, doors, report);
                }
            },
        },
    ];

    private static void CheckGroups(PlanModel model, ResourceChange balancer, RuleReport report)
    {
        const string Groups = "security_groups";
        var after = balancer.After[Groups];
        if (after.HasUnknown && model.Follows(balancer, Groups))
        {
            report.Holds(balancer);
            return;
        }
        var (old, now) = (PlanModel.Leaves(balancer.Before[Groups]).ToList(), PlanModel.Leaves(after).ToHashSet(StringComparer.Ordinal));
        var gone = old.Where(group => !now.Contains(group)).Order(StringComparer.Ordinal).ToList();
        report.Judge(balancer, Groups, gone.Count == 0 ? Answer.No : after.HasUnknown ? Answer.Unknown : Answer.Yes, "The groups are known only after the apply.",
            consequence: $"Without {string.Join(", ", gone.Select(group => model.Find(group, "aws_security_group")?.Address ?? group))} clients that only its rules let in are refused, and so is the load balancer by targets that let in that group alone.");
    }

    private static void CheckRule(ResourceChange owner, Doors doors, RuleReport report)
    {
        var isTold = false;
        foreach (var (open, peer) in OpenPort.Before(owner).Where(open => open.IsIngress).SelectMany(open => open.Peers.Select(peer => (open, peer))))
        {
            var ports = doors.Behind(open);
            if (ports.Count == 0)
            {
                continue;
            }
            if (owner.Deletes == Answer.Unknown || doors.IsUnknown(owner))
            {
                report.CannotTell(owner, open.AttributeOf(peer), "What the rule lets in is known only after the apply.");
                isTold = true;
                continue;
            }
            var closed = ports.Where(port => !doors.IsOpen(open, peer, port)).ToList();
            if (closed.Count > 0)
            {
                report.Violates(owner, open.AttributeOf(peer), $"{open.Ports} from {doors.NameOf(peer)}", "(none)", consequence: $"Clients from {doors.NameOf(peer)} no longer reach {doors.NamesOf(open)} on port {string.Join(", ", closed)}: their connections time out.");
                isTold = true;
            }
        }
        if (!isTold)
        {
            report.Holds(owner);
        }
    }

    /// <summary>The listeners behind security groups, and what lets clients in to them after the apply.</summary>
    private sealed class Doors
    {
        private readonly PlanModel _model;
        private readonly ILookup<string, ResourceChange> _balancers;
        private readonly ILookup<string?, int> _ports;
        private readonly ILookup<string, OpenPort> _after;
        private readonly HashSet<ResourceChange> _unknown;

        internal Doors(PlanModel model)
        {
            _model = model;
            // What is gone, or has left the group, needs no way in.
            _balancers = model.Of("aws_lb").Where(balancer => balancer.Before.IsKnown && balancer.Deletes != Answer.Yes)
                .SelectMany(balancer => PlanModel.Leaves(balancer.Before["security_groups"]).Where(group => balancer.After["security_groups"].HasUnknown || PlanModel.Leaves(balancer.After["security_groups"]).Contains(group, StringComparer.Ordinal)).Select(group => (group, balancer)))
                .ToLookup(pair => pair.group, pair => pair.balancer, StringComparer.Ordinal);
            _ports = model.Of("aws_lb_listener").Where(listener => listener.After.IsKnown && listener.Before["port"].Number is not null)
                .ToLookup(listener => listener.Before["load_balancer_arn"].Text, listener => (int)listener.Before["port"].Number!.Value, StringComparer.Ordinal);
            var open = model.Of(["aws_security_group", .. OpenPort.RuleTypes]).Where(owner => owner.After.IsKnown).SelectMany(owner => OpenPort.After(model, owner)).Where(open => open.IsIngress).ToList();
            // A group that is written as a resource of the plan is known by what it has now.
            _after = open.Select(open => open.Group is null && model.Linked(open.Owner, "security_group_id", "aws_security_group") is [var group, ..] ? open with { Group = group.Before["id"].Text } : open).ToLookup(open => open.Group ?? "", StringComparer.Ordinal);
            _unknown = [.. open.Where(open => open.IsUnknown && !open.Owner.Replaces).Select(open => open.Owner)];
        }

        /// <summary>The ports of listeners that a rule lets in to.</summary>
        internal IReadOnlyList<int> Behind(OpenPort open) => open.Group is null ? [] : [.. _balancers[open.Group].SelectMany(balancer => _ports[balancer.Before["arn"].Text]).Where(open.Allows).Distinct().Order()];

        /// <summary>Whether a peer is still let in to a port.</summary>
        internal bool IsOpen(OpenPort open, string peer, int port)
        {
            var wanted = open with { From = port, To = port, Protocol = open.IsEverything ? "tcp" : open.Protocol };
            return _after[open.Group!].Any(now => now.Peers.Any(other => OpenPort.Includes(other, peer) && now.Covers(wanted, other)));
        }

        internal bool IsUnknown(ResourceChange owner) => _unknown.Contains(owner);

        internal string NameOf(string peer) => _model.Find(peer, "aws_security_group")?.Address ?? peer;

        internal string NamesOf(OpenPort open) => string.Join(", ", _balancers[open.Group!].Select(balancer => balancer.Address).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }
}
