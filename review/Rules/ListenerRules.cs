using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens to listeners, and to where they and their rules send requests.</summary>
internal static class ListenerRules
{
    private static readonly string[] Forwarding = ["aws_lb_listener", "aws_lb_listener_rule"];
    private static readonly (string From, string To)[] Plaintext = [("HTTPS", "HTTP"), ("TLS", "TCP")];
    private static readonly (string From, string To)[] Wider = [("TCP", "TCP_UDP"), ("UDP", "TCP_UDP"), ("QUIC", "TCP_QUIC"), ("TCP", "TCP_QUIC")];
    private static readonly string[] Destination = ["protocol", "host", "port", "path", "query"];

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
        new("PLAN10", Severity.High, "aws_lb_listener", "A listener's port or protocol changes: critical where it no longer encrypts.",
            "Clients of the old port or protocol are refused.",
            "Open the new port with a listener of its own, move the clients, then remove the old one.")
        {
            Check = static (model, report) =>
            {
                foreach (var listener in Existing(model, "aws_lb_listener"))
                {
                    report.Judge(listener, "port", listener.Differs("port"), consequence: "Clients of the old port are refused.");
                    CheckProtocol(listener, report);
                }
            },
        },
        new("PLAN11", Severity.High, "aws_lb_listener, aws_lb_listener_rule", "An action's type or target group changes, it becomes a fixed response or a redirect, or redirects or answers otherwise than before.",
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
        new("PLAN12", Severity.High, "aws_lb_listener, aws_lb_listener_rule", "The weights of a forward move a share of the requests at once, or all are 0: high from half of them on, or where what receives them has too few tasks.",
            "A share of the requests moves at once.",
            "Lower the weight in steps. With all weights 0 the load balancer answers 503 itself.")
        {
            Check = static (model, report) =>
            {
                foreach (var change in model.Of(Forwarding).Where(change => change.After.IsKnown))
                {
                    CheckWeights(model, change, report);
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
            if (!listener.Replaces || Plaintext.Any(pair => pair.From == before))
            {
                report.CannotTell(listener, "protocol", "The protocol is known only after the apply.");
            }
        }
        else if (Plaintext.Contains((before ?? "", after.Text ?? "")))
        {
            report.Violates(listener, "protocol", severity: Severity.Critical, consequence: "What clients send is no longer encrypted; clients that insist on TLS are refused.", advice: $"Keep {before}, with a certificate.");
        }
        else if (before is not null && after.Text is { } now && now != before && !Wider.Contains((before, now)))
        {
            report.Violates(listener, "protocol", consequence: $"Clients that speak {before.Replace("_", " or ", StringComparison.Ordinal)} are answered by {now.Replace("_", " or ", StringComparison.Ordinal)} alone: whoever speaks something else is refused.");
        }
    }

    private static void CheckTarget(PlanModel model, ResourceChange change, RuleReport report)
    {
        var block = ActionTargets.BlockOf(change);
        var (before, after) = (change.Before[block], change.After[block]);
        var (oldTypes, types) = (ActionTargets.TypesOfAnswer(before), ActionTargets.TypesOfAnswer(after));
        var (oldGroups, groups) = (Live(before), Live(after));
        if (!after.IsUnknown && !after.Items.Any(action => action["type"].IsUnknown) && oldTypes != types)
        {
            report.Violates(change, $"{block}.type", oldTypes, types, consequence: types.Contains("forward", StringComparison.Ordinal) ? null : $"No request reaches a target any more: the load balancer answers with a {types} itself.");
        }
        else if (!ActionTargets.HasUnknownGroup(after))
        {
            // Where one group keeps a share, how much moves is PLAN12's.
            if (oldGroups.SequenceEqual(groups) || oldGroups.Intersect(groups, StringComparer.Ordinal).Any() || ActionTargets.Groups(before).SequenceEqual(ActionTargets.Groups(after)))
            {
                CheckAnswers(change, block, report);
            }
            else
            {
                report.Violates(change, $"{block}.target_group_arn", Names(model, oldGroups), Names(model, groups), consequence: $"Requests go elsewhere than before as soon as the change is made.{Capacity(model, oldGroups, groups)}");
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

    /// <summary>What clients are answered without a target: where they are sent, and with which status.</summary>
    private static void CheckAnswers(ResourceChange change, string block, RuleReport report)
    {
        var isTold = false;
        foreach (var (index, before, after) in change.Before[block].Items.Zip(change.After[block].Items).Index().Select(pair => (pair.Index, pair.Item.First, pair.Item.Second)))
        {
            foreach (var part in Destination.Where(part => before["redirect"][part].NotEmpty is { } old && after["redirect"][part].NotEmpty is { } now && old != now))
            {
                report.Violates(change, $"{block}.{index}.redirect.0.{part}", consequence: "Clients are sent elsewhere than before: to what does not answer there, or around in a circle.", advice: "Ask for the new address yourself before clients are sent there.");
                isTold = true;
            }
            if (before["redirect"]["status_code"].Text is "HTTP_302" && after["redirect"]["status_code"].Text is "HTTP_301")
            {
                report.Violates(change, $"{block}.{index}.redirect.0.status_code", severity: Severity.Medium, consequence: "Clients remember a permanent redirect: who has seen it goes on following it after it is taken back.", advice: "Keep HTTP_302 until the new address has proved itself.");
                isTold = true;
            }
            if (before["fixed_response"]["status_code"].NotEmpty is { } status && after["fixed_response"]["status_code"].NotEmpty is { } other && status != other)
            {
                report.Violates(change, $"{block}.{index}.fixed_response.0.status_code", severity: Severity.Medium, consequence: $"Clients are answered with {other} where they were with {status}: health checks and retries go by it.", advice: "Look at who asks for it.");
                isTold = true;
            }
        }
        if (!isTold)
        {
            report.Holds(change);
        }
    }

    /// <summary>The groups that get requests.</summary>
    private static List<string> Live(PlanValue actions) =>
        [.. actions.Items.Select(ActionShares.Of).OfType<ActionShares>().SelectMany(shares => shares.Live).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static void CheckWeights(PlanModel model, ResourceChange change, RuleReport report)
    {
        var block = ActionTargets.BlockOf(change);
        var forwards = change.Before[block].Items.Select(ActionShares.Of).OfType<ActionShares>().ToList();
        foreach (var (action, index) in change.After[block].Items.Select((action, index) => (action, index)).Where(pair => ActionTargets.Targets(pair.action).Count > 0))
        {
            // An action has one forward at most: where others were put in or taken away it stands in another place.
            var old = forwards is [var only] ? only : null;
            var path = $"{block}.{index}.forward";
            if (ActionShares.Of(action) is not { } now)
            {
                if (ActionTargets.Targets(action).All(target => ActionShares.Weight(target) == 0 && !target["weight"].IsUnknown))
                {
                    report.Violates(change, path, old is null ? "(none)" : old.Text(arn => Name(model, arn)), "0%", consequence: "All weights are 0: the load balancer answers 503 itself.");
                }
                else if (change.Before.IsKnown && !model.Follows(change, block) || ActionTargets.Targets(action).Any(target => target["weight"].IsUnknown))
                {
                    report.CannotTell(change, path, "A target group or a weight is known only after the apply.");
                }
                else
                {
                    report.Holds(change);
                }
                continue;
            }
            var moved = old?.MovedTo(now) ?? 0;
            if (now.IsNothing)
            {
                report.Violates(change, path, old is null ? "(none)" : old.Text(arn => Name(model, arn)), now.Text(arn => Name(model, arn)), consequence: "All weights are 0: the load balancer answers 503 itself.");
            }
            else if (moved > 0 && (old!.Live.Intersect(now.Live, StringComparer.Ordinal).Any() || old.Count > 1))
            {
                report.Violates(change, path, old.Text(arn => Name(model, arn)), now.Text(arn => Name(model, arn)), SeverityOf(model, old, now), $"{ActionShares.Percent(moved)} of the requests move at once.{Capacity(model, [.. old.Live], [.. old.GainingIn(now)])}");
            }
            else
            {
                report.Holds(change);
            }
        }
    }

    /// <summary>As the share says; high where what receives it has less than half of the tasks that its share would need.</summary>
    private static Severity SeverityOf(PlanModel model, ActionShares old, ActionShares now)
    {
        var severity = Shares.SeverityOf(old.MovedTo(now));
        var gaining = old.GainingIn(now).ToList();
        var (few, all) = (Tasks(model, gaining), Tasks(model, old.Live.Union(now.Live, StringComparer.Ordinal)));
        return few is not null && all > 0 && few / all * 2 < gaining.Sum(group => now[group]) ? (Severity)Math.Max((int)severity, (int)Severity.High) : severity;
    }

    /// <summary>How many tasks take over from how many, where services of the plan say so.</summary>
    private static string Capacity(PlanModel model, IReadOnlyList<string> from, IReadOnlyList<string> to) =>
        Tasks(model, from) is { } old && Tasks(model, to) is { } now ? $" {Names(model, to)} has {now} tasks; {Names(model, from)} has {old}." : "";

    private static decimal? Tasks(PlanModel model, IEnumerable<string> groups)
    {
        var counts = groups.Select(model.TasksBehind).ToList();
        return counts.Count == 0 || counts.Contains(null) ? null : counts.Sum();
    }

    private static string Name(PlanModel model, string arn) => model.Find(arn, "aws_lb_target_group")?.Address ?? arn;

    private static string Names(PlanModel model, IReadOnlyList<string> arns) => arns.Count == 0 ? "(none)" : string.Join(", ", arns.Select(arn => Name(model, arn)));
}
