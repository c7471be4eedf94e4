using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of listeners and of the target groups behind them.</summary>
internal static class ListenerRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("LSN180", "A listener's port is 1 to 65535.", "CreateListener rejects it.", "elbv2 CreateListenerInput.Port")
            .Requires((ApplicationListenerProps listener) => listener.Port, new NumberBetween(1, 65535)),
        Rule.Error("LSN067", "An HTTPS listener has a certificate; an HTTP listener has neither a certificate nor a TLS policy.", "CreateListener rejects it.", "elbv2 CreateListenerInput.Certificates, SslPolicy")
            .For<ApplicationListenerProps>(CheckTls),
        Rule.Error("TG037", "A target group behind an Application Load Balancer speaks HTTP or HTTPS, or is a Lambda function.", "CreateListener fails with InvalidConfigurationRequest.", "elbv2 CreateTargetGroupInput.Protocol; cfn-lint E3711")
            .For<ApplicationListenerProps>((listener, report) => ForEachGroup(listener, report, CheckProtocol)),
        Rule.Error("TG040", "A protocol version is HTTP1, HTTP2 or GRPC and needs a target group that speaks HTTP or HTTPS; one with HTTP2 or GRPC is behind an HTTPS listener.", "CreateTargetGroup or CreateListener rejects it.", "elbv2 CreateTargetGroupInput.ProtocolVersion; Application Load Balancers guide")
            .ForAll(CheckProtocolVersions),
    ];

    private static void CheckTls(ApplicationListenerProps listener, Report report)
    {
        if (listener.Protocol.Is(ApplicationProtocol.Https) && (listener.CertificateArn is null || listener.CertificateArn.Is("")))
        {
            report.Add("certificateArn", "is missing", null, "the ARN of a certificate in the load balancer's region", "set certificateArn, or use HTTP");
        }
        if (listener.Protocol.Is(ApplicationProtocol.Http))
        {
            Refuse("certificateArn", listener.CertificateArn);
            Refuse("sslPolicy", listener.SslPolicy);
        }

        void Refuse(string property, Value<string>? value)
        {
            if (value is not null)
            {
                report.Add(property, "is for HTTPS only", Quoted.Of(value.ToString()), "nothing on an HTTP listener", "set protocol to HTTPS, or remove it");
            }
        }
    }

    private static void ForEachGroup(ApplicationListenerProps listener, Report report, Action<string, ITargetGroup, TargetGroupProps, Report> check)
    {
        foreach (var (property, group) in listener.DefaultAction.Targets())
        {
            if (group.Props is { } props)
            {
                check($"defaultAction.{property}", group, props, report);
            }
        }
    }

    private static void CheckProtocol(string property, ITargetGroup group, TargetGroupProps props, Report report)
    {
        if (props.TargetType.Is(TargetType.Alb))
        {
            report.Add(property, "is a target group for a Network Load Balancer", $"{group} with type alb", "a target group with type instance, ip or lambda", "forward to the targets themselves");
        }
        else if (!props.TargetType.Is(TargetType.Lambda) && props.EffectiveProtocol is { } protocol && !protocol.MayBe(TargetGroupProtocol.Http, TargetGroupProtocol.Https))
        {
            report.Add(property, "is a target group for a Network Load Balancer", $"{group} with {protocol}", "a target group with HTTP or HTTPS", "change the group's protocol, or forward to another group");
        }
    }

    private static void CheckProtocolVersions(Model model, Report report)
    {
        foreach (var group in model.Of<TargetGroupProps>())
        {
            CheckProtocolVersion(group.Props, report.At(group));
        }
        foreach (var listener in model.Of<ApplicationListenerProps>().Where(listener => listener.Props.Protocol.Is(ApplicationProtocol.Http)))
        {
            ForEachGroup(listener.Props, report.At(listener), static (property, group, props, report) =>
            {
                if (IsApplication(props) && props.ProtocolVersion.IsLiteral(out var version) && version != ProtocolVersion.Http1)
                {
                    report.Add(property, "is a target group that needs an HTTPS listener", $"{group} with {Spelling.Of(version)}", "a target group with HTTP1 behind an HTTP listener", "set the listener's protocol to HTTPS, or the group's protocolVersion to HTTP1");
                }
            });
        }
    }

    private static void CheckProtocolVersion(TargetGroupProps group, Report report)
    {
        // TG036 has Lambda functions, which have no protocol either.
        if (group.ProtocolVersion is not null && !group.TargetType.Is(TargetType.Lambda) && !IsApplication(group))
        {
            report.Add("protocolVersion", "is for HTTP and HTTPS only", $"{group.ProtocolVersion} with {group.EffectiveProtocol}", "nothing with this protocol", "remove it");
        }
    }

    private static bool IsApplication(TargetGroupProps group) =>
        !group.TargetType.Is(TargetType.Lambda) && group.EffectiveProtocol?.MayBe(TargetGroupProtocol.Http, TargetGroupProtocol.Https) == true;
}
