using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What happens when a target group is changed in place.</summary>
internal static class TargetGroupAttributeRules
{
    private static readonly string[] Checks = ["path", "port", "protocol", "matcher"];
    private static readonly string[] Timings = ["interval", "timeout", "healthy_threshold", "unhealthy_threshold"];
    private static readonly (string Attribute, string Consequence)[] Toggles =
    [
        ("preserve_client_ip", "Targets see another source address: their security groups must allow the other one, and logs and allow lists change meaning."),
        ("proxy_protocol_v2", "Targets get a PROXY header that they do not parse, or wait for one that no longer comes: every connection breaks."),
        ("lambda_multi_value_headers_enabled", "The function gets headers and parameters as lists, or no longer, and must answer in the same form: one that is written for the other answers with errors."),
        ("connection_termination", "What happens to open connections at the end of the deregistration delay changes: they are cut, or they stay."),
    ];

    private static readonly string[] Cookie = ["stickiness.0.type", "stickiness.0.cookie_name"];
    private static readonly Watch[] Watches =
    [
        new("aws_lb_target_group", "target_health_state.0.enable_unhealthy_connection_termination", WatchKind.SwitchedOn, Severity.Medium, "Connections to a target are cut when it turns unhealthy, also those that still work."),
        new("aws_lb_target_group", "target_health_state.0.unhealthy_draining_interval", WatchKind.Lowered, Severity.Medium, "Connections to a target that turns unhealthy are cut sooner."),
    ];

    internal static IReadOnlyList<PlanRule> All { get; } =
    [
        new("PLAN31", Severity.High, "aws_lb_target_group", "A health check's path, port, protocol or matcher changes, or it is switched off; its timings are of low severity.",
            "If the targets do not answer the new check, all of them turn unhealthy at once.",
            "Roll out targets that answer both checks first, then change the check.")
        {
            Check = static (model, report) =>
            {
                foreach (var group in Existing(model))
                {
                    CheckHealth(group, report);
                }
            },
        },
        new("PLAN32", Severity.High, "aws_lb_target_group", "The deregistration delay is lowered, slow start or stickiness is removed or goes by another cookie, connections to unhealthy targets are cut, or preserve_client_ip, proxy_protocol_v2, connection_termination or the lists of headers of a function are switched.",
            "Requests are cut, sessions move, or targets see other clients.",
            "Look at what the targets expect before the apply; change them first.")
        {
            Check = static (model, report) =>
            {
                foreach (var group in Existing(model))
                {
                    CheckAttributes(group, report);
                }
            },
        },
    ];

    private static IEnumerable<ResourceChange> Existing(PlanModel model) => model.Of("aws_lb_target_group").Where(group => group.Before.IsKnown && group.After.IsKnown);

    private static void CheckHealth(ResourceChange group, RuleReport report)
    {
        var (old, check) = (group.Before["health_check"].Block, group.After["health_check"]);
        if (check.IsUnknown || check.Items.Count == 0 || old.IsNull)
        {
            // A block that is left out keeps what is there.
            report.Judge(group, "health_check", check.IsUnknown && !group.Replaces ? Answer.Unknown : Answer.No);
            return;
        }
        var isTold = false;
        if (old["enabled"].Boolean == true && check["enabled"].Boolean == false)
        {
            report.Violates(group, "health_check.0.enabled", consequence: "Nobody notices a dead target any more: it keeps its traffic.");
            isTold = true;
        }
        foreach (var name in Checks.Concat(Timings))
        {
            var differs = group.Replaces && check[name].IsUnknown ? Answer.No : group.Differs($"health_check.0.{name}");
            var isTiming = Timings.Contains(name);
            if (differs == Answer.Yes)
            {
                report.Violates(group, $"health_check.0.{name}", severity: isTiming ? Severity.Low : null, consequence: isTiming ? "Targets turn healthy and unhealthy sooner or later than before." : null);
            }
            else if (differs == Answer.Unknown && !isTiming)
            {
                report.CannotTell(group, $"health_check.0.{name}", "The value is known only after the apply.");
            }
            isTold |= differs != Answer.No;
        }
        if (!isTold)
        {
            report.Holds(group);
        }
    }

    private static void CheckAttributes(ResourceChange group, RuleReport report)
    {
        // A string in the provider's schema.
        var isTold = Lowered(group, "deregistration_delay", Severity.Medium, "Requests that take longer than the new delay are cut on every deployment.", report)
            | Lowered(group, "slow_start", Severity.Medium, "New targets get their full share of the traffic at once, cold.", report);
        var (sticky, stickyNow) = (group.Before["stickiness"].Block["enabled"].Boolean == true, group.After["stickiness"]);
        if (sticky && !stickyNow.HasUnknown && stickyNow["enabled"].Boolean != true)
        {
            report.Violates(group, "stickiness.0.enabled", "true", "false", Severity.Medium, "Clients lose their target: sessions that live in one target's memory are gone.");
            isTold = true;
        }
        isTold |= CheckCookie(group, sticky && stickyNow["enabled"].Boolean == true, report);
        foreach (var watch in Watches)
        {
            if (watch.Of(group) == Answer.Yes && !group.Replaces)
            {
                report.Violates(group, watch.Path, severity: watch.Severity, consequence: watch.Consequence);
                isTold = true;
            }
        }
        foreach (var (attribute, consequence) in Toggles)
        {
            var (before, after) = (group.Before[attribute].Boolean, group.After[attribute]);
            if (after.IsUnknown && !group.Replaces && before is not null)
            {
                report.CannotTell(group, attribute, "The value is known only after the apply.");
                isTold = true;
            }
            else if (!after.IsUnknown && before is not null && after.Boolean is { } now && now != before)
            {
                report.Violates(group, attribute, consequence: consequence);
                isTold = true;
            }
        }
        if (!isTold)
        {
            report.Holds(group);
        }
    }

    /// <summary>What ties clients to their target, where it goes on tying them.</summary>
    private static bool CheckCookie(ResourceChange group, bool isSticky, RuleReport report)
    {
        const string Duration = "stickiness.0.cookie_duration";
        var isTold = false;
        foreach (var path in Cookie.Where(path => isSticky && group.Differs(path) == Answer.Yes && group.Before.At(path).Text is { Length: > 0 }))
        {
            report.Violates(group, path, severity: Severity.Medium, consequence: "Clients lose their target once: sessions that live in one target's memory are gone.");
            isTold = true;
        }
        if (isSticky && group.After.At(Duration).Number < group.Before.At(Duration).Number)
        {
            report.Violates(group, Duration, severity: Severity.Low, consequence: $"Clients lose their target after {group.After.At(Duration).Text} seconds.");
            isTold = true;
        }
        return isTold;
    }

    private static bool Lowered(ResourceChange group, string attribute, Severity severity, string consequence, RuleReport report)
    {
        var (before, after) = (group.Before[attribute].Number ?? 0, group.After[attribute]);
        if (after.IsUnknown && before > 0)
        {
            report.CannotTell(group, attribute, "The value is known only after the apply.");
            return true;
        }
        if (!after.IsUnknown && (after.Number ?? 0) < before)
        {
            report.Violates(group, attribute, severity: severity, consequence: consequence);
            return true;
        }
        return false;
    }
}
