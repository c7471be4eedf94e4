using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of the listeners of Network Load Balancers.</summary>
internal static class NetworkListenerRules
{
    private const string SourceNat = "enable_prefix_for_ipv6_source_nat";
    private const int ShortestIdleTimeout = 60;
    private const int LongestIdleTimeout = 6000;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("NLB024", "A TLS listener has a certificate; others have neither a certificate, nor a TLS policy, nor an ALPN policy.", "CreateListener rejects it.", "elbv2 CreateListenerInput.Certificates, SslPolicy, AlpnPolicy; CDK network-listener.ts; cfn-lint certificate.json")
            .For<NetworkListenerProps>(CheckTls),
        Rule.Error("NLB025", "An ALPN policy is HTTP1Only, HTTP2Only, HTTP2Optional, HTTP2Preferred or None.", "AWS knows no other.", "elbv2 CreateListenerInput.AlpnPolicy"),
        Rule.Error("NLB026", "A TCP listener's idle timeout is 60 to 6000 seconds; other listeners have none.", "ModifyListenerAttributes rejects it after the listener has been made.", "elbv2 ListenerAttribute tcp.idle_timeout.seconds")
            .For<NetworkListenerProps>(CheckIdleTimeout)
            .Bounding((NetworkListenerProps listener) => listener.TcpIdleTimeoutSeconds, new NumberBetween(60, 6000, "seconds")),
        Rule.Error("NLB027", "A dualstack load balancer with UDP or TCP_UDP listeners has a prefix for IPv6 source NAT, which is an override.", "CreateListener rejects it.", "elbv2 CreateLoadBalancerInput.EnablePrefixForIpv6SourceNat; provider issue #40379")
            .ForAll(CheckDualstack),
        Rule.Error("NLB340", "A listener forwards to one target group, or to several by weight without a stickiness of its own.", "CreateListener rejects it.", "elbv2 CreateListenerInput.DefaultActions; TargetGroupStickinessConfig.DurationSeconds: for Application Load Balancers")
            .For<NetworkListenerProps>(CheckForward),
    ];

    private static void CheckForward(NetworkListenerProps listener, Report report)
    {
        if (listener.Forward is null == listener.WeightedForward is null)
        {
            report.Add(listener.Forward is null ? "" : "weightedForward", listener.Forward is null ? "forwards to nothing" : "stands beside forward", null, "one of forward and weightedForward", listener.Forward is null ? "add one" : "keep one");
        }
        if (listener.WeightedForward?.StickinessSeconds is { } seconds)
        {
            report.Add("weightedForward.stickinessSeconds", "is for Application Load Balancers", $"{seconds}", "nothing on this listener", "remove it, and set the stickiness of the target groups");
        }
    }

    private static void CheckTls(NetworkListenerProps listener, Report report)
    {
        if (!listener.Protocol.TryGetLiteral(out var protocol))
        {
            return;
        }
        if (protocol == NetworkProtocol.Tls)
        {
            if (listener.Certificate is null || listener.Certificate.Arn.Is(""))
            {
                report.Add("certificate", "is missing", null, "a certificate in the load balancer's region", "set certificate, or use TCP");
            }
            return;
        }
        foreach (var (property, value) in new (string, object?)[] { ("certificate", listener.Certificate), ("sslPolicy", listener.SslPolicy), ("alpnPolicy", listener.AlpnPolicy) })
        {
            if (value is not null)
            {
                report.Add(property, "is for TLS only", $"{value} with {Spelling.Of(protocol)}", "nothing on this listener", "set protocol to TLS, or remove it");
            }
        }
    }

    private static void CheckIdleTimeout(NetworkListenerProps listener, Report report)
    {
        if (listener.TcpIdleTimeoutSeconds is not { } timeout)
        {
            return;
        }
        if (listener.Protocol.TryGetLiteral(out var protocol) && protocol != NetworkProtocol.Tcp)
        {
            report.Add("tcpIdleTimeoutSeconds", "is for TCP only", $"{timeout} with {Spelling.Of(protocol)}", "nothing on this listener", "remove it");
        }
        else if (timeout.TryGetLiteral(out var seconds) && seconds is < ShortestIdleTimeout or > LongestIdleTimeout)
        {
            report.Add("tcpIdleTimeoutSeconds", "is out of range", $"{seconds}", $"{ShortestIdleTimeout} to {LongestIdleTimeout} seconds", "use a value that is allowed");
        }
    }

    private static void CheckDualstack(Model model, Report report)
    {
        foreach (var listener in model.Of<NetworkListenerProps>())
        {
            if (listener.Props.Protocol.TryGetLiteral(out var protocol) && protocol is NetworkProtocol.Udp or NetworkProtocol.TcpUdp
                && listener.Parent is Declaration<NetworkLoadBalancerProps> balancer && balancer.Props.IpAddressType.Is(IpAddressType.Dualstack) && !HasSourceNat(model, balancer))
            {
                report.At(listener).Add("protocol", "is not possible on a dualstack load balancer without a prefix for IPv6 source NAT", Spelling.Of(protocol), "TCP or TLS, or that prefix", $"set overrides.aws_lb.{balancer.LogicalId}: {{ {SourceNat}: \"on\" }}, for which the provider must be 6.64.0 or later, or ipAddressType to ipv4");
            }
        }
    }

    private static bool HasSourceNat(Model model, Declaration<NetworkLoadBalancerProps> balancer) =>
        model.With<IOverrides>().Any(found => found.Props.Overrides.TryGetValue($"aws_lb.{balancer.LogicalId}", out var attributes) && attributes.TryGetValue(SourceNat, out var value) && value.Content is "on");
}
