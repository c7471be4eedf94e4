using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>Which mode works for what is declared.</summary>
internal static class StaticIpModeRules
{
    private const string UseSync = "set mode to lambdaSync";

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SYNC262", "albTarget is for an Application Load Balancer in the same VPC and account, which always sees the clients' addresses; its target groups have no attributes to set, and there are neither a function nor alarms.", "RegisterTargets rejects the load balancer, ModifyTargetGroupAttributes the attribute; a setting of the function would be lost.", "Network Load Balancers, Application Load Balancers as targets")
            .ForAll((model, report) => model.ForEach<StaticIpApplicationLoadBalancerProps>(declaration => CheckTarget(declaration.Props, model, report.At(declaration)))),
        Rule.Error("SYNC263", "lambdaSync knows the Application Load Balancer's DNS name.", "The function asks it for the addresses.", "docs/static-ip-sync.md")
            .ForAll((model, report) => model.ForEach<StaticIpApplicationLoadBalancerProps>(declaration => CheckName(declaration.Props, model, report.At(declaration)))),
        Rule.Error("SYNC267", "With lambdaSync the Application Load Balancer sees the clients' addresses only where its security groups are known, and in the same region.", "Its groups must name the Network Load Balancer's, or they refuse clients that they do not know; between regions the clients' addresses are not kept.", "Network Load Balancers, client IP preservation")
            .ForAll((model, report) => model.ForEach<StaticIpApplicationLoadBalancerProps>(declaration => CheckClientAddresses(declaration.Props, model, report.At(declaration)))),
    ];

    private static void CheckTarget(StaticIpApplicationLoadBalancerProps props, Model model, Report report)
    {
        if (props.IsSync)
        {
            return;
        }
        if (props.PreserveClientIp?.Is(false) == true)
        {
            report.Add("preserveClientIp", "cannot be off with albTarget", "false", "true with albTarget, true or false with lambdaSync", $"remove it, or {UseSync}");
        }
        foreach (var (name, port) in props.Ports)
        {
            foreach (var attribute in port.SyncAttributes)
            {
                report.Add($"ports.{name}.{attribute}", "cannot be set with albTarget: AWS keeps the default of every attribute", null, "nothing with albTarget, a value with lambdaSync", $"remove it, or {UseSync}");
            }
        }
        foreach (var (property, what, value) in new (string, string, object?)[]
        {
            ("sync", "is the function of lambdaSync, which albTarget does without", props.Sync),
            ("alarms", "look at metrics that there are not with albTarget: CloudWatch does not count targets of type alb", props.Alarms),
        })
        {
            if (value is not null)
            {
                report.Add(property, what, null, "nothing with albTarget", $"remove it, or {UseSync}");
            }
        }
        if (ExistingOf(props, model) is { } existing)
        {
            foreach (var (what, got) in Elsewhere(props, existing, model))
            {
                report.Add("applicationLoadBalancer", $"is in another {what}", got, "the same VPC and account with albTarget, any that is connected with lambdaSync", UseSync);
            }
        }
    }

    private static ExistingApplicationLoadBalancerProps? ExistingOf(StaticIpApplicationLoadBalancerProps props, Model model) => StaticIpRules.ExistingOf(props.ApplicationLoadBalancer, model);

    /// <summary>In what an existing load balancer differs from where the static addresses are; what is not known is taken to be the same.</summary>
    internal static IEnumerable<(string What, string Got)> Elsewhere(StaticIpApplicationLoadBalancerProps props, ExistingApplicationLoadBalancerProps existing, Model model)
    {
        // MAN014 has a region that is none.
        var manifest = model.Of<ManifestProps>().FirstOrDefault()?.Props;
        var (region, account) = PlaceOf(existing.Arn);
        if (region is not null && manifest?.Region.IsLiteral(out var ownRegion) == true && ManifestRules.Region.Accepts(ownRegion!) && region != ownRegion)
        {
            yield return ("region", $"{props.ApplicationLoadBalancer} in {region}");
        }
        else if (account is not null && manifest?.AccountId.IsLiteral(out var ownAccount) == true && account != ownAccount)
        {
            yield return ("account", $"{props.ApplicationLoadBalancer} of {account}");
        }
        else if (existing.VpcId.IsLiteral(out var vpc) && props.VpcId.TryGetLiteral(out var ownVpc) && vpc != ownVpc)
        {
            yield return ("VPC", $"{props.ApplicationLoadBalancer} in {vpc}");
        }
    }

    private static (string? Region, string? Account) PlaceOf(Value<string> arn) =>
        arn.TryGetLiteral(out var text) && text.Split(':') is ["arn", _, "elasticloadbalancing", { Length: > 0 } region, { Length: > 0 } account, ..] ? (region, account) : (null, null);

    private static void CheckName(StaticIpApplicationLoadBalancerProps props, Model model, Report report)
    {
        if (props.IsSync && ExistingOf(props, model) is { } existing && (existing.DnsName is null || existing.DnsName.Is("")))
        {
            report.Add("applicationLoadBalancer", "has a DNS name that is not known", $"{props.ApplicationLoadBalancer} without dnsName", "dnsName of the existing load balancer with lambdaSync, nothing with albTarget", "set its dnsName, or set mode to albTarget");
        }
    }

    private static void CheckClientAddresses(StaticIpApplicationLoadBalancerProps props, Model model, Report report)
    {
        if (!props.IsSync || props.PreserveClientIp?.Is(true) != true)
        {
            return;
        }
        if (ExistingOf(props, model) is not { } existing)
        {
            return;
        }
        var isElsewhere = Elsewhere(props, existing, model).Any(difference => difference.What == "region");
        if (isElsewhere || existing.SecurityGroups.Count == 0)
        {
            report.Add("preserveClientIp", isElsewhere ? "does not work between regions" : "needs the Application Load Balancer's security groups", $"true with {props.ApplicationLoadBalancer}{(isElsewhere ? " in another region" : " without securityGroups")}", isElsewhere ? "false" : "false, or securityGroups of the existing load balancer, which name the Network Load Balancer's group", isElsewhere ? "remove it" : "name its securityGroups, or remove it");
        }
    }
}
