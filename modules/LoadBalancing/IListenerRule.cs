using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What ECS moves traffic with: a rule of an Application Load Balancer's listener, or a listener of a Network Load Balancer.</summary>
[Reference("applicationLoadBalancers.*.listeners.*.rules", "existingApplicationLoadBalancers.*.listeners.*.rules", "existingApplicationLoadBalancers.*.existingListeners.*.rules", "networkLoadBalancers.*.listeners", Existing = "arn")]
public interface IListenerRule
{
    /// <summary>The rule's ARN, or the listener's.</summary>
    Value<string> Arn { get; }
}

/// <summary>A rule or a listener that a manifest declares, before it is constructed.</summary>
/// <param name="type">Its type in Terraform.</param>
/// <param name="name">The names of its load balancer and its listener and its own, joined by dots.</param>
internal sealed class DeclaredListenerRule(string type, string name) : IListenerRule
{
    public Value<string> Arn { get; } = Expression.Attribute(type, name.Replace('.', '_'), "arn");

    public override string ToString() => name;
}

/// <summary>A rule or a listener that something else made.</summary>
/// <param name="Arn">Its ARN.</param>
public sealed record ExistingListenerRule(Value<string> Arn) : IListenerRule
{
    /// <inheritdoc/>
    public override string ToString() => Arn.ToString();
}
