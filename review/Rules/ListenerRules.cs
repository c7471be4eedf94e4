using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to listeners, and to where they and their rules send requests.</summary>
internal static class ListenerRules
{
    private static readonly string[] Forwarding = ["aws_lb_listener", "aws_lb_listener_rule"];
    private static readonly (string From, string To)[] Plaintext = [("HTTPS", "HTTP"), ("TLS", "TCP")];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN09", Severity.Critical, "aws_lb_listener", "A listener is deleted or replaced.",
            "The port is closed: clients are refused, until a new listener is made or for good.",
            "Keep the listener where it is; open a new port beside it and move the clients first.")
        {
            Check = static (model, report) =>
            {
                foreach (var listener in model.Of("aws_lb_listener").Where(listener => listener.Before.IsKnown))
                {
                    report.JudgeDeletion(listener, consequence: listener.Before["port"].Text is { } port ? $"Port {port} is closed: clients are refused{(listener.Replaces ? " until the new listener is made" : "")}." : null);
                }
            },
        },
        new("PLAN10", Severity.High, "aws_lb_listener", "A listener's port changes, or its protocol goes from HTTPS to HTTP or from TLS to TCP (critical).",
            "Clients of the old port are refused.",
            "Open the new port with a listener of its own, move the clients, then remove the old one.")
        {
            Check = static (model, report) =>
            {
                foreach (var listener in Existing(model, "aws_lb_listener"))
                {
                    report.Judge(listener, "port", listener.Differs("port"));
                    CheckProtocol(listener, report);
                }
            },
        },
        new("PLAN11", Severity.High, "aws_lb_listener, aws_lb_listener_rule", "An action's type or target group changes, or it becomes a fixed response or a redirect.",
            "Requests go elsewhere than before as soon as the change is made.",
            "Shift with weights, from 100:0 in steps, and watch the error rates.")
        {
            Check = static (model, report) =>
            {
                foreach (var change in Existing(model, Forwarding))
                {
                    CheckTarget(model, change, report);
                }
            },
        },
        new("PLAN12", Severity.High, "aws_lb_listener, aws_lb_listener_rule", "All weights of a forward are 0, or the largest goes to 0.",
            "All of that traffic moves at once.",
            "Lower the weight in steps. With all weights 0 the load balancer answers 503 itself.")
        {
            Check = static (model, report) =>
            {
                foreach (var change in model.Of(Forwarding).Where(change => change.After.IsKnown))
                {
                    CheckWeights(change, report);
                }
            },
        },
    ];

    /// <summary>What is there before and after.</summary>
    internal static IEnumerable<ResourceChange> Existing(PlanModel model, params IReadOnlyList<string> types) => model.Of(types).Where(change => change.Before.IsKnown && change.After.IsKnown);

    private static void CheckProtocol(ResourceChange listener, RuleReport report)
    {
        var (before, after) = (listener.Before["protocol"].Text, listener.After["protocol"]);
        if (after.IsUnknown)
        {
            if (Plaintext.Any(pair => pair.From == before))
            {
                report.CannotTell(listener, "protocol", "The protocol is known only after the apply.");
            }
        }
        else if (Plaintext.Contains((before ?? "", after.Text ?? "")))
        {
            report.Violates(listener, "protocol", severity: Severity.Critical, consequence: "What clients send is no longer encrypted; clients that insist on TLS are refused.", advice: $"Keep {before}, with a certificate.");
        }
    }

    private static void CheckTarget(PlanModel model, ResourceChange change, RuleReport report)
    {
        var block = ActionTargets.BlockOf(change);
        var (before, after) = (change.Before[block], change.After[block]);
        var (oldTypes, types) = (ActionTargets.Types(before), ActionTargets.Types(after));
        var (oldGroups, groups) = (ActionTargets.Groups(before), ActionTargets.Groups(after));
        if (!after.IsUnknown && !after.Items.Any(action => action["type"].IsUnknown) && oldTypes != types)
        {
            report.Violates(change, $"{block}.type", oldTypes, types, consequence: types.Contains("forward", StringComparison.Ordinal) ? null : $"No request reaches a target any more: the load balancer answers with a {types} itself.");
        }
        else if (!ActionTargets.HasUnknownGroup(after))
        {
            if (oldGroups.SequenceEqual(groups))
            {
                report.Holds(change);
            }
            else
            {
                report.Violates(change, $"{block}.target_group_arn", Names(model, oldGroups), Names(model, groups));
            }
        }
        else if (model.Follows(change, block))
        {
            report.Holds(change);
        }
        else
        {
            report.CannotTell(change, block, "The target group is known only after the apply.");
        }
    }

    private static void CheckWeights(ResourceChange change, RuleReport report)
    {
        var block = ActionTargets.BlockOf(change);
        foreach (var (action, index) in change.After[block].Items.Select((action, index) => (action, index)).Where(pair => ActionTargets.Targets(pair.action).Count > 0))
        {
            var targets = ActionTargets.Targets(action);
            if (targets.Any(target => target["weight"].IsUnknown))
            {
                report.CannotTell(change, $"{block}.{index}.forward", "A weight is known only after the apply.");
                continue;
            }
            var old = change.Before[block].Items.Count > index ? ActionTargets.Targets(change.Before[block].Items[index]) : [];
            var largest = old.Count > 1 ? old.MaxBy(Weight) : default;
            var now = targets.FirstOrDefault(target => target["arn"].Text is { } arn && arn == largest["arn"].Text);
            if (targets.All(target => Weight(target) == 0))
            {
                report.Violates(change, $"{block}.{index}.forward", old.Count > 0 ? Weights(old) : "(none)", Weights(targets), consequence: "All weights are 0: the load balancer answers 503 itself.");
            }
            else if (largest.IsKnown && Weight(largest) > 0 && now.IsKnown && Weight(now) == 0)
            {
                report.Violates(change, $"{block}.{index}.forward", Weights(old), Weights(targets));
            }
            else
            {
                report.Holds(change);
            }
        }
    }

    // A weight that is left out is 1 (TargetGroupTuple.Weight).
    private static decimal Weight(PlanValue target) => target["weight"].Number ?? 1;

    private static string Weights(IEnumerable<PlanValue> targets) => string.Join(":", targets.OrderBy(target => target["arn"].Text, StringComparer.Ordinal).Select(target => target["weight"].Text ?? "1"));

    private static string Names(PlanModel model, IReadOnlyList<string> arns) => arns.Count == 0 ? "(none)" : string.Join(", ", arns.Select(arn => model.Find(arn, "aws_lb_target_group")?.Address ?? arn));
}
