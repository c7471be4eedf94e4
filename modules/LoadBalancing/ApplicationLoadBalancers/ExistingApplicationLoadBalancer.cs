using Constructs;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>An Application Load Balancer that something else made; listeners and rules can be added to it.</summary>
public sealed class ExistingApplicationLoadBalancer : ApplicationLoadBalancerBase
{
    /// <summary>Names a load balancer and adds the listeners and rules of the props.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">The name that it is known by here; the beginning of its listeners' addresses in the state.</param>
    /// <param name="props">What is known of it, and what is added to it.</param>
    public ExistingApplicationLoadBalancer(Construct scope, string id, ExistingApplicationLoadBalancerProps props)
        : base(scope, id, props, props.SecurityGroups)
    {
        Arn = props.Arn;
        DnsName = props.DnsName;
        ZoneId = props.ZoneId;
        IpAddressType = props.IpAddressType;
        Model.Made.Add(Arn, this);
        foreach (var (name, listener) in props.Listeners)
        {
            AddListener(name, listener);
        }
        foreach (var (name, listener) in props.ExistingListeners)
        {
            Adopt(name, new ExistingApplicationListener(this, name, listener));
        }
    }

    /// <inheritdoc/>
    public override Value<string> Arn { get; }

    /// <inheritdoc/>
    public override Value<string>? DnsName { get; }

    /// <inheritdoc/>
    public override Value<string>? ZoneId { get; }

    /// <inheritdoc/>
    public override Value<IpAddressType>? IpAddressType { get; }
}
