using Orchestrator.Modules.Findings;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// What scanners look for in load balancers. The defaults keep all of it; each of these rules tells of a setting that was made otherwise on
/// purpose, so that somebody answers for it by a suppression.
/// </summary>
internal static class LoadBalancerSecurityRules
{
    private const string Controls = "Security Hub, Elastic Load Balancing controls";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Warning("LB220", "A load balancer is protected from deletion.", "One mistaken apply deletes it: its DNS name is gone, and a later one has another.", Controls)
            .Secures(Severity.Low, "CKV_AWS_150", "ELB.6")
            .ForAll(CheckDeletionProtection),
        Rule.Warning("ALB221", "Header fields with illegal names are removed.", "Targets that read such a name in another way can be made to see a request that the load balancer did not.", Controls)
            .Secures(Severity.Medium, "CKV_AWS_131", "ELB.4")
            .For<ApplicationLoadBalancerProps>((balancer, report) => RefuseIf(balancer.DropInvalidHeaderFields.Is(false), "dropInvalidHeaderFields", "lets header fields with illegal names pass", "false", "true", "ALB221", report)),
        Rule.Warning("ALB222", "Requests that could smuggle another are not merely watched.", "In monitor mode they reach the targets.", Controls)
            .Secures(Severity.Medium, "CKV_AWS_328", "ELB.12")
            .For<ApplicationLoadBalancerProps>((balancer, report) => RefuseIf(balancer.DesyncMitigationMode.Is(DesyncMitigationMode.Monitor), "desyncMitigationMode", "lets requests pass that could smuggle another", "monitor", "defensive or strictest", "ALB222", report)),
        Rule.Warning("ALB223", "Access logs that are configured are written.", "Nobody can tell afterwards who asked for what.", Controls)
            .Secures(Severity.Low, "CKV_AWS_91", "ELB.5")
            .For<ApplicationLoadBalancerProps>((balancer, report) => RefuseIf(balancer.AccessLogs?.Enabled.Is(false) == true, "accessLogs.enabled", "switches the log of requests off", "false", "true", "ALB223", report)),
        Rule.Warning("LSN224", "Requests from the whole world are not passed on in plain text: an internet-facing HTTP listener redirects to HTTPS.", "Everybody on the way can read and change them, cookies and tokens too.", Controls)
            .Secures(Severity.High, "CKV_AWS_2", "CKV2_AWS_20", "ELB.1", "ELB.18")
            .ForAll(CheckPlainText),
        Rule.Warning("LSN225", "The lowest version of TLS is 1.2.", "TLS 1.0 and 1.1 have known weaknesses, and browsers have dropped them.", "Application Load Balancers, security policies")
            .Secures(Severity.Medium, "CKV_AWS_103", "ELB.17")
            .ForAll(CheckTlsPolicies),
        Rule.Warning("ALB227", "Requests from the whole world pass a web ACL of AWS WAF.", "Every bot tries known exploits on it within hours.", Controls)
            .Secures(Severity.Low, "CKV2_AWS_28", "ELB.16")
            .ForDeclared<ApplicationLoadBalancerProps>(CheckFirewall),
    ];

    private static void CheckDeletionProtection(Model model, Report report)
    {
        foreach (var (balancer, props) in model.With<ILoadBalancerProps>())
        {
            RefuseIf(props.DeletionProtection.Is(false), "deletionProtection", "does not stop a deletion", "false", "true", "LB220", report.At(balancer));
        }
    }

    private static void RefuseIf(bool deviates, string property, string what, string got, string allowed, string rule, Report report)
    {
        if (deviates)
        {
            report.Add(property, what, got, allowed, $"remove it, or suppress {rule} here with a reason");
        }
    }

    private static void CheckPlainText(Model model, Report report)
    {
        foreach (var placed in PlacedAction.In(model).Where(placed => placed.Action.Targets().Any() && placed.Protocol?.Is(ApplicationProtocol.Http) == true))
        {
            if (placed.Listener is Declaration<ApplicationListenerProps> { Parent: Declaration<ApplicationLoadBalancerProps> balancer } listener && balancer.Props.Internal.Is(false))
            {
                CheckPlainText(balancer, listener, placed.Property, report.At(placed.Place));
            }
        }
    }

    private static void CheckPlainText(Declaration<ApplicationLoadBalancerProps> balancer, Declaration<ApplicationListenerProps> listener, string property, Report report)
    {
        var encrypted = balancer.Children.OfType<Declaration<ApplicationListenerProps>>().FirstOrDefault(other => other.Props.Protocol.Is(ApplicationProtocol.Https));
        if (encrypted is not null)
        {
            report.Add(property, "passes in plain text what another listener encrypts", $"HTTP beside {encrypted.Name} with HTTPS", "a redirect to HTTPS", "redirect: { protocol: HTTPS, port: \"443\" }, or suppress LSN224 here with a reason");
        }
        else if (OpenGroup(balancer.Props, listener.Props) is { } open)
        {
            report.Add(property, "passes requests from the whole world in plain text", $"HTTP on port {listener.Props.Port}, which {open.Name} opens to everybody", "a redirect to HTTPS", "add an HTTPS listener and redirect to it, or suppress LSN224 here with a reason");
        }
    }

    private static void CheckFirewall(Declaration<ApplicationLoadBalancerProps> balancer, Report report)
    {
        if (balancer.Props.Internal.Is(false) && balancer.Props.WebAclArn is null
            && balancer.Children.OfType<Declaration<ApplicationListenerProps>>().Select(listener => OpenGroup(balancer.Props, listener.Props)).FirstOrDefault(group => group is not null) is { } open)
        {
            report.Add("webAclArn", "is missing where the whole world may send requests", null, "the ARN of a regional web ACL", $"set webAclArn, let {open.Name} admit only whom you know, or suppress ALB227 here with a reason");
        }
    }

    /// <summary>A group that lets everybody connect to a listener; null where none is known to.</summary>
    private static ISecurityGroup? OpenGroup(ApplicationLoadBalancerProps balancer, ApplicationListenerProps listener) =>
        listener.Port.TryGetLiteral(out var port) ? balancer.SecurityGroups.FirstOrDefault(group => group.Props?.AdmitsWorld(port) == true) : null;

    private static void CheckTlsPolicies(Model model, Report report)
    {
        foreach (var listener in model.Declarations)
        {
            CheckTlsPolicy(listener.Props switch { ApplicationListenerProps application => application.SslPolicy, NetworkListenerProps network => network.SslPolicy, _ => null }, report.At(listener));
        }
    }

    private static void CheckTlsPolicy(Value<string>? policy, Report report)
    {
        if (policy.IsLiteral(out var name) && TlsPolicy.LowestMinorVersion(name) is { } minor and < TlsPolicy.LowestGood)
        {
            report.Add("sslPolicy", $"accepts TLS 1.{minor}", Quoted.Of(name), "a policy with TLS 1.2 or 1.3", "remove it for ELBSecurityPolicy-TLS13-1-2-Res-2021-06, or suppress LSN225 here with a reason");
        }
    }
}
