using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener that rules can be added to, whoever made it.</summary>
public abstract class ApplicationListenerBase : ModuleConstruct, IApplicationListener
{
    private readonly Dictionary<string, ApplicationListenerRule> _rules = [];

    /// <summary>Makes a listener of a load balancer.</summary>
    private protected ApplicationListenerBase(ApplicationLoadBalancerBase loadBalancer, string id, IProps props)
        : base(loadBalancer, id, props) => LoadBalancer = loadBalancer;

    /// <summary>The load balancer that it belongs to.</summary>
    public ApplicationLoadBalancerBase LoadBalancer { get; }

    /// <inheritdoc/>
    public abstract Value<string> Arn { get; }

    /// <inheritdoc/>
    public abstract Value<ApplicationProtocol>? Protocol { get; }

    /// <summary>The rules that were added to it, by name.</summary>
    public IReadOnlyDictionary<string, ApplicationListenerRule> Rules => _rules;

    /// <summary>Adds a rule.</summary>
    /// <param name="name">Its name, unique among the listener's rules; part of its address in the state, and what its priority comes from.</param>
    /// <param name="props">What it declares.</param>
    public ApplicationListenerRule AddRule(string name, ApplicationListenerRuleProps props) => _rules[name] = new ApplicationListenerRule(this, name, this, props);
}
