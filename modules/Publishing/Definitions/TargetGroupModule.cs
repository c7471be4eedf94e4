using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>A target group with what is registered in it from the start.</summary>
internal sealed class TargetGroupModule : ModuleDefinition
{
    /// <summary>What a target group has no variables for, wherever it stands.</summary>
    internal static IReadOnlyList<string> LeftOut { get; } = ["name", "targets.*.instance", "targets.*.functionArn", "targets.*.loadBalancer", "targets.*.address", "targetsElsewhere"];

    internal override string Name => "target-group";

    internal override string Purpose => "Makes a target group of Elastic Load Balancing, replaced without an interruption, and registers targets in it.";

    internal override void Build(ModuleBuilder module)
    {
        module.AddName("What the target group's name begins with; six digits follow that change exactly when the group must be replaced. Of more than 25 characters the first 25 count.", new TextMatching("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$", 128, "letters, digits and hyphens, no hyphen at either end"), "TG032");
        var props = module.Read<TargetGroupProps>(new ModuleShape { LeftOut = new HashSet<string>(LeftOut), Added = [TargetId("targets.*")] });
        var group = new TargetGroup(module.Scope, Symbols.Name, WithFunctions(module, WithLocals(module, props)));
        TargetGroupConditions.AddForOne(module, props);
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
        AddBlocks(module, key is null ? "var.target_type" : "each.value.target_type", key is null ? "local.protocol" : $"local.{prefix}protocol{suffix}[each.key]");
        return named.ProtocolVersion is null ? named : named with { ProtocolVersion = module.AddLocal($"{prefix}protocol_version{suffix}", named.EffectiveProtocolVersion!, key) };
    }

    /// <summary>The group with targets that are named by that attribute.</summary>
    internal static TargetGroupProps WithTargets(TargetGroupProps props) => props with
    {
        Targets = props.Targets.ToDictionary(target => target.Key, target => target.Value with { Address = TargetIdOf(target.Key) }),
    };

    /// <summary>The same where they may be Lambda functions, which the load balancer then gets the permission to invoke.</summary>
    internal static TargetGroupProps WithFunctions(ModuleBuilder module, TargetGroupProps props)
    {
        module.MakeOnlyWhere("aws_lambda_permission.this", props.TargetType.IsAnyOf(TargetType.Lambda));
        return props with { Targets = props.Targets.ToDictionary(target => target.Key, target => target.Value with { FunctionArn = TargetIdOf(target.Key) }) };
    }

    /// <summary>Blocks that instances and addresses have always and others never.</summary>
    private static void AddBlocks(ModuleBuilder module, string type, string protocol)
    {
        const string Group = "aws_lb_target_group.this";
        var isOfTargets = $"contains([\"instance\", \"ip\"], {type})";
        module.MakeBlockOnlyWhere(Group, "target_group_health", Expression.Of(isOfTargets));
        module.MakeBlockAlways(Group, "target_group_health.dns_failover");
        module.MakeBlockAlways(Group, "target_group_health.unhealthy_state_routing");
        module.MakeBlockOnlyWhere(Group, "stickiness", Expression.Of($"{isOfTargets} && {protocol} != \"TLS\""));
        module.MakeBlockOnlyWhere(Group, "target_health_state", Expression.Of($"{isOfTargets} && ({protocol} == \"TCP\" || {protocol} == \"TLS\")"));
    }

    private static Expression TargetIdOf(string key) => Expression.Of($"{Collection.ItemOf(key)}.target_id");
}
