using Orchestrator.Review.Masking;
using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Picture;

/// <summary>What is written in the nodes of the picture.</summary>
internal sealed class NodeLabels(PlanModel model, Masker masker)
{
    private const int LongestLine = 60;

    /// <summary>The lines of a node, masked.</summary>
    internal string Of(ResourceChange change)
    {
        string? Show(string path)
        {
            var value = (change.After.IsKnown ? change.After : change.Before).At(path);
            return value.IsKnown && value.Text is { Length: > 0 } && !Sensitivity.Hides(change, path) ? masker.Text(value.Text) : null;
        }
        var lines = change.Type switch
        {
            "aws_route53_record" => [Join(Show("name") ?? change.Name, Show("type")), Prefixed("weight ", Show("weighted_routing_policy.0.weight")), Show("failover_routing_policy.0.type")],
            "aws_eip" => [Show("public_ip") ?? "Elastic IP", change.Name],
            "aws_lb" => [Show("name") ?? change.Name, Join(Show("load_balancer_type") ?? "application", Show("internal") == "true" ? "internal" : "internet-facing"), Groups(change)],
            "aws_lb_listener" => [Join(Show("protocol"), Show("port")), Answer(change, "default_action")],
            "aws_lb_listener_rule" => [Join("rule", Show("priority")), .. Conditions(change), Answer(change, "action")],
            "aws_lb_target_group" => [Show("name") ?? change.Name, Join(Show("protocol"), Show("port")), Prefixed("health ", Join(Show("health_check.0.path"), Prefixed(":", Show("health_check.0.port"))))],
            "aws_ecs_service" => (string?[])[Join(Show("name") ?? change.Name, Prefixed("×", Show("desired_count")))],
            "aws_lambda_function" => [Show("function_name") ?? change.Name],
            _ => [change.Name],
        };
        return string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)).Select(line => line!.Length > LongestLine ? $"{line[..LongestLine]}…" : line));
    }

    private string? Groups(ResourceChange balancer)
    {
        var names = model.Linked(balancer, "security_groups", "aws_security_group").Select(group => group.Name).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : $"group {string.Join(", ", names)}";
    }

    private string? Answer(ResourceChange change, string block)
    {
        var types = Sensitivity.Hides(change, block) ? "" : ActionTargets.Types((change.After.IsKnown ? change.After : change.Before)[block]);
        return types is "" or "forward" ? null : masker.Text(types);
    }

    private IEnumerable<string?> Conditions(ResourceChange rule)
    {
        if (Sensitivity.Hides(rule, "condition"))
        {
            return [];
        }
        var conditions = (rule.After.IsKnown ? rule.After : rule.Before)["condition"].Items;
        return conditions.SelectMany(condition => new[] { Values("host", condition["host_header"]), Values("path", condition["path_pattern"]) });
    }

    private string? Values(string name, PlanValue block)
    {
        var values = block.Block["values"].Items.Select(value => value.Text).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return values.Count == 0 ? null : masker.Text($"{name} {string.Join(", ", values)}");
    }

    private static string? Prefixed(string prefix, string? text) => string.IsNullOrEmpty(text) ? null : $"{prefix}{text}";

    private static string Join(params IEnumerable<string?> parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
}
