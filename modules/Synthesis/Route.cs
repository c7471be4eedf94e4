using HashiCorp.Cdktf;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Synthesis;

/// <summary>Something that forwards to target groups.</summary>
/// <param name="Resource">The listener or the rule.</param>
/// <param name="Action">The attribute that says where it forwards to.</param>
/// <param name="Address">Its address, <c>aws_lb_listener.web_http</c>.</param>
/// <param name="Arn">What ECS moves traffic with it by: a rule's ARN, or that of a Network Load Balancer's listener. Null for the default action of an Application Load Balancer's listener, which has none.</param>
internal sealed record Route(TerraformResource Resource, string Action, string Address, Value<string>? Arn)
{
    /// <summary>Has Terraform leave where it forwards to as it finds it.</summary>
    internal void LeaveToOthers() => Kernel.Override(Resource, "lifecycle.ignore_changes", new[] { Action });
}
