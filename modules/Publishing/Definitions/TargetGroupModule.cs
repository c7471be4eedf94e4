using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>A target group with what is registered in it from the start.</summary>
internal sealed class TargetGroupModule : ModuleDefinition
{
    /// <summary>What a target group has no variables for, wherever it stands.</summary>
    internal static IReadOnlyList<string> LeftOut { get; } = ["name", "targets.*.instance", "targets.*.functionArn", "targets.*.loadBalancer", "targets.*.address"];

    internal override string Name => "target-group";

    internal override string Purpose => "Makes a target group of Elastic Load Balancing, replaced without an interruption, and registers targets in it.";

    internal override void Build(ModuleBuilder module)
    {
        module.AddName("What the target group's name begins with; six digits follow that change exactly when the group must be replaced. Of more than 25 characters the first 25 count.", new TextMatching("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$", 128, "letters, digits and hyphens, no hyphen at either end"), "TG032");
        var props = module.Read<TargetGroupProps>(new ModuleShape { LeftOut = new HashSet<string>(LeftOut), Added = [TargetId("targets.*")] });
        var group = new TargetGroup(module.Scope, Symbols.Name, WithTargets(WithLocals(module, props)));
        AddConditions(module);
        module.AddOutput("arn", group.Arn, "The target group's ARN, for listeners and services.");
        module.AddOutput("arn_suffix", Expression.Attribute("aws_lb_target_group", group.LogicalId, "arn_suffix"), "What CloudWatch's metrics know the target group by.");
        module.AddOutput("name", Expression.Attribute("aws_lb_target_group", group.LogicalId, "name"), "The target group's whole name.");
    }

    /// <summary>The attribute that says what a target is, whatever the group's type.</summary>
    internal static (string Place, VariableAttribute Attribute) TargetId(string place) =>
        (place, new VariableAttribute("target_id", ScalarType.Text, true, null, "What it is, as the group's type asks: an instance's id, an address, or the ARN of a Lambda function or of an Application Load Balancer."));

    /// <summary>The group with its protocols named, from which much else comes.</summary>
    internal static TargetGroupProps WithLocals(ModuleBuilder module, TargetGroupProps props, string? key = null)
    {
        var (prefix, suffix) = key is null ? ("", "") : ("target_group_", "s");
        var named = props with { Protocol = module.AddLocal($"{prefix}protocol{suffix}", props.EffectiveProtocol!, key) };
        return named.ProtocolVersion is null ? named : named with { ProtocolVersion = module.AddLocal($"{prefix}protocol_version{suffix}", named.EffectiveProtocolVersion!, key) };
    }

    /// <summary>The group with targets that are named by that attribute.</summary>
    internal static TargetGroupProps WithTargets(TargetGroupProps props) => props with
    {
        Targets = props.Targets.ToDictionary(target => target.Key, target => target.Value with { Address = Expression.Of($"{Collection.ItemOf(target.Key)}.target_id") }),
    };

    private static void AddConditions(ModuleBuilder module)
    {
        module.Require("TG035", "port", """var.target_type == "lambda" || (var.port != null && var.vpc_id != null)""", """{ "port": null }""");
        module.Require("TG036", "protocol", """var.target_type != "lambda" || (var.port == null && var.protocol == null && var.protocol_version == null && var.health_check.port == null && var.health_check.protocol == null)""", """{ "target_type": "lambda" }""");
        module.Require("TG038", "protocol", """var.target_type != "alb" || var.protocol == null || var.protocol == "TCP" """.Trim(), """{ "target_type": "alb", "protocol": "HTTP" }""");
        module.Require("TG047", "health_check", """var.health_check.interval_seconds == null || var.health_check.timeout_seconds == null ? true : var.health_check.timeout_seconds <= var.health_check.interval_seconds""", """{ "health_check": { "interval_seconds": 10, "timeout_seconds": 11 } }""");
        module.Require("TG054", "slow_start_seconds", """coalesce(var.slow_start_seconds, 0) == 0 || coalesce(var.load_balancing_algorithm, "round_robin") == "round_robin" """.Trim(), """{ "slow_start_seconds": 30, "load_balancing_algorithm": "weighted_random", "anomaly_mitigation": null }""");
        module.Require("TG055", "anomaly_mitigation", """coalesce(var.anomaly_mitigation, false) == false || coalesce(var.load_balancing_algorithm, "round_robin") == "weighted_random" """.Trim(), """{ "anomaly_mitigation": true, "load_balancing_algorithm": "round_robin" }""");
        module.Require("TG064", "lambda_multi_value_headers", """var.lambda_multi_value_headers == null || var.target_type == "lambda" """.Trim(), """{ "lambda_multi_value_headers": true }""");
    }
}
