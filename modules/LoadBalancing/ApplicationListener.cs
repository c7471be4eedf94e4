using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener of an Application Load Balancer.</summary>
public sealed class ApplicationListener : ModuleConstruct
{
    private const string DefaultSslPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

    /// <summary>Makes a listener.</summary>
    /// <param name="loadBalancer">The load balancer that it belongs to.</param>
    /// <param name="id">Its name; its address in the state is the load balancer's name, an underscore and this.</param>
    /// <param name="props">What it declares.</param>
    public ApplicationListener(ApplicationLoadBalancer loadBalancer, string id, ApplicationListenerProps props)
        : base(loadBalancer, id, props)
    {
        Arn = Expression.Attribute("aws_lb_listener", LogicalId, "arn");
        Resource = Named(new Aws.LbListener.LbListener(this, MainResourceId, new Aws.LbListener.LbListenerConfig
        {
            LoadBalancerArn = Emit.Text(loadBalancer.Arn)!,
            Port = Emit.Number(props.Port),
            Protocol = Emit.Member(props.Protocol),
            CertificateArn = Emit.Text(props.CertificateArn),
            SslPolicy = Emit.Text(props.SslPolicy) ?? (props.Protocol.Is(ApplicationProtocol.Https) ? DefaultSslPolicy : null),
            DefaultAction = new[] { ActionOf(props.DefaultAction) },
            Tags = Emit.Map(props.Tags),
        }));
    }

    /// <summary>The listener's ARN.</summary>
    public Value<string> Arn { get; }

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.LbListener.LbListener Resource { get; }

    private static Aws.LbListener.LbListenerDefaultAction ActionOf(ListenerAction action) => action switch
    {
        { Forward: { } group } => new() { Type = "forward", TargetGroupArn = Emit.Text(group.Arn) },
        { WeightedForward: { } forward } => new() { Type = "forward", Forward = ForwardOf(forward) },
        { Redirect: { } redirect } => new() { Type = "redirect", Redirect = RedirectOf(redirect) },
        { FixedResponse: { } response } => new() { Type = "fixed-response", FixedResponse = FixedResponseOf(response) },
        _ => new() { Type = "" },
    };

    private static Aws.LbListener.LbListenerDefaultActionForward ForwardOf(WeightedForwardProps forward) => new()
    {
        TargetGroup = forward.TargetGroups
            .Select(entry => new Aws.LbListener.LbListenerDefaultActionForwardTargetGroup { Arn = Emit.Text(entry.TargetGroup.Arn)!, Weight = Emit.Number(entry.Weight) })
            .ToArray(),
        Stickiness = forward.StickinessSeconds is null ? null : new Aws.LbListener.LbListenerDefaultActionForwardStickiness
        {
            Enabled = true,
            Duration = Emit.Number(forward.StickinessSeconds)!.Value,
        },
    };

    private static Aws.LbListener.LbListenerDefaultActionRedirect RedirectOf(RedirectProps redirect) => new()
    {
        StatusCode = Emit.Member(redirect.StatusCode)!,
        Protocol = Emit.Text(redirect.Protocol),
        Host = Emit.Text(redirect.Host),
        Port = Emit.Text(redirect.Port),
        Path = Emit.Text(redirect.Path),
        Query = Emit.Text(redirect.Query),
    };

    private static Aws.LbListener.LbListenerDefaultActionFixedResponse FixedResponseOf(FixedResponseProps response) => new()
    {
        StatusCode = response.StatusCode.ToString(),
        ContentType = Emit.Member(response.ContentType)!,
        MessageBody = Emit.Text(response.MessageBody),
    };
}
