using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>Which way a rule of a security group goes.</summary>
public static class RuleDirection
{
    /// <summary>Whether a declared rule lets something in; else it lets something out.</summary>
    public static bool IsIngress(this Declaration<SecurityGroupRuleProps> rule) =>
        rule.Path.EndsWith($".ingress.{rule.Name}", StringComparison.Ordinal)
        || (rule.Parent?.Props is SecurityGroupProps group && group.Ingress.TryGetValue(rule.Name, out var ingress) && ReferenceEquals(ingress, rule.Props));
}
