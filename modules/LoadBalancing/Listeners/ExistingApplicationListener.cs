using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener that something else made, with the rules that are added to it here.</summary>
public sealed class ExistingApplicationListener : ApplicationListenerBase
{
    /// <summary>Names a listener.</summary>
    /// <param name="loadBalancer">The load balancer that it belongs to.</param>
    /// <param name="id">The name that it is known by here; the beginning of its rules' addresses in the state.</param>
    /// <param name="props">What is known of it, and the rules to add.</param>
    public ExistingApplicationListener(ExistingApplicationLoadBalancer loadBalancer, string id, ExistingApplicationListenerProps props)
        : base(loadBalancer, id, props)
    {
        Arn = props.Arn;
        Protocol = props.Protocol;
        Model.Made.Add(Arn, this);
        foreach (var (name, rule) in props.Rules)
        {
            AddRule(name, rule);
        }
    }

    /// <inheritdoc/>
    public override Value<string> Arn { get; }

    /// <inheritdoc/>
    public override Value<ApplicationProtocol>? Protocol { get; }
}
