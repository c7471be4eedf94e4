using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener of a Network Load Balancer.</summary>
public sealed class NetworkListener : ModuleConstruct, IListenerRule
{
    private const int DefaultIdleTimeoutSeconds = 350;

    /// <summary>Makes a listener.</summary>
    /// <param name="loadBalancer">The load balancer that it belongs to.</param>
    /// <param name="id">Its name; its address in the state is the load balancer's name, an underscore and this.</param>
    /// <param name="props">What it declares.</param>
    public NetworkListener(NetworkLoadBalancer loadBalancer, string id, NetworkListenerProps props)
        : base(loadBalancer, id, props)
    {
        Arn = Expression.Attribute("aws_lb_listener", LogicalId, "arn");
        Resource = Make<Aws.LbListener.LbListener>(MainResourceId, new Aws.LbListener.LbListenerConfig
        {
            LoadBalancerArn = Emit.Text(loadBalancer.Arn)!,
            Port = Emit.Number(props.Port),
            Protocol = Emit.Member(props.Protocol),
            CertificateArn = Emit.Text(props.Certificate?.Arn),
            SslPolicy = Emit.Text(props.SslPolicy.Or(Value.When<string>(props.Protocol.IsAnyOf(NetworkProtocol.Tls), TlsPolicy.Default, null))),
            AlpnPolicy = Emit.Member(props.AlpnPolicy),
            TcpIdleTimeoutSeconds = Emit.Number(props.TcpIdleTimeoutSeconds.Or(Value.When<int>(props.Protocol.IsAnyOf(NetworkProtocol.Tcp), DefaultIdleTimeoutSeconds, null))),
            DefaultAction = ActionBlocks.ForwardTo(props.Forward, props.WeightedForward),
            Tags = Emit.Map(props.Tags),
        });
        AdditionalCertificates.Add(this, Arn, props.AdditionalCertificates);
        foreach (var (_, group) in props.Targets())
        {
            TargetWiring.Open(Model, group, loadBalancer);
        }
        Routes.Of(Model).Add(new Route(Resource, "default_action", $"aws_lb_listener.{LogicalId}", Arn), [.. props.Targets().Select(target => target.TargetGroup.Arn)]);
    }

    /// <summary>The listener's ARN.</summary>
    public Value<string> Arn { get; }

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.LbListener.LbListener Resource { get; }
}
