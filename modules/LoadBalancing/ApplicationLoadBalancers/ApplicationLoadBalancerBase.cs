using Constructs;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>An Application Load Balancer that listeners can be added to, whoever made it.</summary>
public abstract class ApplicationLoadBalancerBase : ModuleConstruct, IApplicationLoadBalancer, IConnectable
{
    private readonly Dictionary<string, ApplicationListenerBase> _listeners = [];

    /// <summary>Makes a load balancer in some security groups.</summary>
    private protected ApplicationLoadBalancerBase(Construct scope, string id, IProps props, IEnumerable<ISecurityGroup> securityGroups)
        : base(scope, id, props) => Connections = new Connections([.. securityGroups.Select(Model.Find)]);

    /// <inheritdoc/>
    public abstract Value<string> Arn { get; }

    /// <inheritdoc/>
    public abstract Value<string>? DnsName { get; }

    /// <inheritdoc/>
    public abstract Value<string>? ZoneId { get; }

    /// <inheritdoc/>
    public abstract Value<IpAddressType>? IpAddressType { get; }

    /// <inheritdoc/>
    public virtual ApplicationLoadBalancerProps? Props => null;

    /// <inheritdoc/>
    public Connections Connections { get; }

    /// <summary>Its listeners, by name.</summary>
    public IReadOnlyDictionary<string, ApplicationListenerBase> Listeners => _listeners;

    /// <summary>Adds a listener.</summary>
    /// <param name="name">Its name, unique among the load balancer's listeners; part of its address in the state.</param>
    /// <param name="props">What it declares.</param>
    public ApplicationListener AddListener(string name, ApplicationListenerProps props)
    {
        var listener = new ApplicationListener(this, name, props);
        _listeners[name] = listener;
        return listener;
    }

    /// <inheritdoc/>
    public override string ToString() => LogicalId;

    private protected void Adopt(string name, ApplicationListenerBase listener) => _listeners[name] = listener;
}
