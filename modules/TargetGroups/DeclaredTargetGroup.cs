using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>A target group that a manifest declares, before it is constructed.</summary>
internal sealed class DeclaredTargetGroup(string name, Func<TargetGroupProps?> props) : ITargetGroup
{
    public Value<string> Arn { get; } = Expression.Attribute("aws_lb_target_group", name, "arn");

    public TargetGroupProps? Props => props();

    public override string ToString() => name;
}
