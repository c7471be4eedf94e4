using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds between listeners and the target groups behind them.</summary>
internal static class ForwardRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TG037", "An Application Load Balancer forwards to target groups with HTTP or HTTPS and to Lambda functions; a Network Load Balancer to those with TCP, TLS, UDP or TCP_UDP.", "CreateListener fails with InvalidConfigurationRequest.", "elbv2 CreateTargetGroupInput.Protocol; cfn-lint E3711")
            .ForAll(CheckProtocol),
        Rule.Error("TG040", "A protocol version is HTTP1, HTTP2 or GRPC and needs a target group that speaks HTTP or HTTPS; one with HTTP2 or GRPC is behind an HTTPS listener.", "CreateTargetGroup or CreateListener rejects it.", "elbv2 CreateTargetGroupInput.ProtocolVersion; Application Load Balancers guide")
            .ForAll(CheckProtocolVersions)
            .Asks<TargetGroupProps>(
                "protocolVersion",
                // TG036 has Lambda functions, which have no protocol either.
                group => group.ProtocolVersion.IsUnset() | group.IsLambda | group.SpeaksHttp,
                group => new("is for HTTP and HTTPS only", $"{group.ProtocolVersion} with {group.EffectiveProtocol}", "nothing with this protocol", "remove it")),
        Rule.Error("NLB028", "A TCP listener forwards to TCP or TCP_UDP, a TLS listener to TLS or TCP, a UDP listener to UDP or TCP_UDP, a TCP_UDP listener to TCP_UDP.", "CreateListener fails with InvalidConfigurationRequest.", "Network Load Balancers guide, target groups: routing configuration")
            .ForAll(CheckNetworkProtocol),
        Rule.Error("TG039", "Targets of type alb are one Application Load Balancer with a listener on the group's port, behind at most two Network Load Balancers.", "RegisterTargets rejects it, or every connection is refused.", "elbv2 TargetDescription.Port; Network Load Balancers guide")
            .ForAll(CheckLoadBalancerTargets),
    ];

    private static void CheckProtocol(Model model, Report report)
    {
        foreach (var (place, property, group, _) in Forwards.In(model))
        {
            if (group.Props is not { } props)
            {
                continue;
            }
            if (place.Props is NetworkListenerProps)
            {
                if (props.TargetType.Is(TargetType.Lambda))
                {
                    report.At(place).Add(property, "is a target group for an Application Load Balancer", $"{group} with type lambda", "a target group with type instance, ip or alb", "invoke the function behind an Application Load Balancer");
                }
                else if (props.EffectiveProtocol is { } protocol && !protocol.MayBe(TargetGroupProtocol.Tcp, TargetGroupProtocol.Tls, TargetGroupProtocol.Udp, TargetGroupProtocol.TcpUdp))
                {
                    report.At(place).Add(property, "is a target group for an Application Load Balancer", $"{group} with {protocol}", "a target group with TCP, TLS, UDP or TCP_UDP", "change the group's protocol, or forward to another group");
                }
            }
            else if (props.TargetType.Is(TargetType.Alb))
            {
                report.At(place).Add(property, "is a target group for a Network Load Balancer", $"{group} with type alb", "a target group with type instance, ip or lambda", "forward to the targets themselves");
            }
            else if (!props.TargetType.Is(TargetType.Lambda) && props.EffectiveProtocol is { } protocol && !protocol.MayBe(TargetGroupProtocol.Http, TargetGroupProtocol.Https))
            {
                report.At(place).Add(property, "is a target group for a Network Load Balancer", $"{group} with {protocol}", "a target group with HTTP or HTTPS", "change the group's protocol, or forward to another group");
            }
        }
    }

    private static void CheckProtocolVersions(Model model, Report report)
    {
        foreach (var placed in PlacedAction.In(model).Where(placed => placed.Protocol?.Is(ApplicationProtocol.Http) == true))
        {
            foreach (var (property, group) in placed.Action.Targets())
            {
                if (group.Props is { } props && IsApplication(props) && props.ProtocolVersion.IsLiteral(out var version) && version != ProtocolVersion.Http1)
                {
                    report.At(placed.Place).Add($"{placed.Property}.{property}", "is a target group that needs an HTTPS listener", $"{group} with {Spelling.Of(version)}", "a target group with HTTP1 behind an HTTP listener", "set the listener's protocol to HTTPS, or the group's protocolVersion to HTTP1");
                }
            }
        }
    }

    private static bool IsApplication(TargetGroupProps group) =>
        !group.TargetType.Is(TargetType.Lambda) && group.EffectiveProtocol?.MayBe(TargetGroupProtocol.Http, TargetGroupProtocol.Https) == true;

    private static void CheckNetworkProtocol(Model model, Report report)
    {
        foreach (var listener in model.Of<NetworkListenerProps>())
        {
            foreach (var (property, target) in listener.Props.Targets())
            {
                // TG037 has the protocols of an Application Load Balancer.
                if (listener.Props.Protocol.TryGetLiteral(out var protocol) && target.Props is { } group && group.EffectiveProtocol.IsLiteral(out var spoken)
                    && spoken is not (TargetGroupProtocol.Http or TargetGroupProtocol.Https) && !SpokenBehind(protocol).Contains(spoken))
                {
                    var allowed = string.Join(" or ", SpokenBehind(protocol).Select(candidate => Spelling.Of(candidate)));
                    report.At(listener).Add(property, "speaks a protocol that the listener cannot forward", $"{target} with {Spelling.Of(spoken)} behind {Spelling.Of(protocol)}", $"a target group with {allowed}", "change the listener's protocol, or the group's");
                }
            }
        }
    }

    private static TargetGroupProtocol[] SpokenBehind(NetworkProtocol protocol) => protocol switch
    {
        NetworkProtocol.Tcp => [TargetGroupProtocol.Tcp, TargetGroupProtocol.TcpUdp],
        NetworkProtocol.Tls => [TargetGroupProtocol.Tls, TargetGroupProtocol.Tcp],
        NetworkProtocol.Udp => [TargetGroupProtocol.Udp, TargetGroupProtocol.TcpUdp],
        _ => [TargetGroupProtocol.TcpUdp],
    };

    private static void CheckLoadBalancerTargets(Model model, Report report)
    {
        var behind = new Dictionary<Value<string>, HashSet<Value<string>>>();
        var networks = Forwards.In(model).Where(forward => forward.Place.Props is NetworkListenerProps && forward.LoadBalancer is not null).ToLookup(forward => forward.Group.Arn, forward => forward.LoadBalancer!);
        foreach (var target in model.Of<TargetProps>())
        {
            if (target.Props.LoadBalancer is not { } balancer || target.Parent is not Declaration<TargetGroupProps> group)
            {
                continue;
            }
            var ports = balancer.Props?.Listeners.Values.Select(listener => listener.Port).ToList();
            if ((target.Props.Port ?? group.Props.Port).IsLiteral(out var port) && ports is not null && ports.TrueForAll(candidate => !candidate.MayBe(port)))
            {
                var listens = ports.Count == 0 ? "no listener" : $"listeners on {string.Join(", ", ports)}";
                report.At(target).Add("loadBalancer", "does not listen on the group's port", $"{port}, and {balancer} with {listens}", "the port of one of its listeners", "change the group's port, or add the listener");
            }
            if (!behind.TryGetValue(balancer.Arn, out var found))
            {
                behind[balancer.Arn] = found = [];
            }
            found.UnionWith(networks[Expression.Attribute("aws_lb_target_group", group.LogicalId, "arn")].Select(network => (Value<string>)network.Path));
            if (found.Count > 2)
            {
                report.At(target).Add("loadBalancer", "is behind too many Network Load Balancers", $"{balancer} behind {found.Count}", "at most 2", "forward from two of them only");
            }
        }
    }
}
