using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of Application Load Balancers.</summary>
internal static class ApplicationLoadBalancerRules
{
    private const int MostListeners = 50;
    private const int MostRules = 100;
    private const int MostTargetGroups = 100;
    private const int MostCertificates = 25;
    private const int MostVerifyingListeners = 2;
    private const int MostSecurityGroups = 5;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("ALB005", "An Application Load Balancer has subnets in at least two Availability Zones, or in one Local or Wavelength Zone; one in each.", "CreateLoadBalancer fails: at least two subnets in two different Availability Zones must be specified.", "elbv2 CreateLoadBalancerInput.Subnets; cfn-lint E3680")
            .ForAll((model, report) => model.ForEach<ApplicationLoadBalancerProps>(balancer => CheckZones(balancer.Props, model, report.At(balancer)))),
        Rule.Error("ALB007", "An Application Load Balancer's idle timeout is 1 to 4000 seconds.", "ModifyLoadBalancerAttributes rejects it after the load balancer has been made.", "elbv2 LoadBalancerAttribute idle_timeout.timeout_seconds")
            .Requires((ApplicationLoadBalancerProps balancer) => balancer.IdleTimeoutSeconds, new NumberBetween(1, 4000, "seconds")),
        Rule.Error("ALB008", "A client's connection is kept for 60 to 604,800 seconds.", "ModifyLoadBalancerAttributes rejects it after the load balancer has been made.", "elbv2 LoadBalancerAttribute client_keep_alive.seconds")
            .Requires((ApplicationLoadBalancerProps balancer) => balancer.ClientKeepAliveSeconds, new NumberBetween(60, 604_800, "seconds")),
        Rule.Error("ALB009", "The desync mitigation mode is monitor, defensive or strictest; the X-Forwarded-For mode append, preserve or remove.", "AWS knows no other.", "elbv2 LoadBalancerAttribute routing.http.desync_mitigation_mode, routing.http.xff_header_processing.mode"),
        Rule.Warning("ALB011", "An Application Load Balancer has 1 to 5 security groups.", "With none it gets the VPC's default group; above 5 the default quota of a network interface rejects it.", "EC2 quota: security groups per network interface")
            .For<ApplicationLoadBalancerProps>(CheckSecurityGroups),
        Rule.Error("ALB012", "The address type is ipv4, dualstack or, where it is internet-facing, dualstack-without-public-ipv4.", "CreateLoadBalancer rejects it.", "elbv2 CreateLoadBalancerInput.IpAddressType")
            .For<ApplicationLoadBalancerProps>(CheckAddressType),
        Rule.Error("ALB013", "Logs that are written have a bucket.", "ModifyLoadBalancerAttributes rejects an empty bucket after the load balancer has been made.", "elbv2 LoadBalancerAttribute access_logs.s3.bucket")
            .For<ApplicationLoadBalancerProps>((balancer, report) => CheckLogs(balancer, report, CheckBucket)),
        Rule.Error("ALB014", "Reserved capacity is at least 100 load balancer capacity units.", "ModifyCapacityReservation rejects it.", "elbv2 MinimumLoadBalancerCapacity")
            .Requires((ApplicationLoadBalancerProps balancer) => balancer.MinimumCapacityUnits, new NumberAtLeast(100, "capacity units"), "reserve at least 100 units, or none"),
        Rule.Error("ALB015", "The prefix of a log does not contain \"AWSLogs\".", "AWS adds that part itself and rejects it in a prefix.", "Access logs for your Application Load Balancer")
            .For<ApplicationLoadBalancerProps>((balancer, report) => CheckLogs(balancer, report, CheckLogPrefix)),
        Rule.Warning("ALB016", "An Application Load Balancer has at most 50 listeners, 100 rules beside their default actions, 100 target groups, 25 additional certificates, and 2 listeners that verify clients' certificates.", "The default quotas reject more; they can be raised.", "Quotas of Application Load Balancers")
            .ForAll(CheckQuotas),
        Rule.Warning("ALB176", "The subnets of an internet-facing Application Load Balancer are public.", "In a subnet without a route to an internet gateway it is unreachable, which AWS does not say.", "Elastic Load Balancing, internet-facing load balancers")
            .ForAll((model, report) => model.ForEach<ApplicationLoadBalancerProps>(balancer => CheckRoutes(balancer.Props, model, report.At(balancer)))),
    ];

    private static void CheckZones(ApplicationLoadBalancerProps balancer, Model model, Report report)
    {
        if (balancer.Subnets.Count == 0 || (balancer.Subnets.Count == 1 && !SubnetRules.IsInLocalZone(balancer.Subnets[0])))
        {
            report.Add("subnets", "has too few subnets", $"{balancer.Subnets.Count}", "two or more, in different Availability Zones", "add a subnet of another zone; or say the subnet's availabilityZone, where that is a Local Zone");
        }
        SubnetRules.CheckOneInEachZone(balancer.Subnets.Select((subnet, index) => ($"subnets[{index}]", subnet)), model, report);
    }

    private static void CheckSecurityGroups(ApplicationLoadBalancerProps balancer, Report report)
    {
        if (balancer.SecurityGroups.Count == 0)
        {
            report.Add("securityGroups", "has no security group", null, $"1 to {MostSecurityGroups}", "name the group that says who may connect");
        }
        if (balancer.SecurityGroups.Count > MostSecurityGroups)
        {
            report.Add("securityGroups", "has more security groups than the default quota", $"{balancer.SecurityGroups.Count}", $"1 to {MostSecurityGroups}", "merge some of them, or have the quota raised");
        }
    }

    private static void CheckAddressType(ApplicationLoadBalancerProps balancer, Report report)
    {
        if (balancer.Internal.Is(true) && balancer.IpAddressType.Is(IpAddressType.DualstackWithoutPublicIpv4))
        {
            report.Add("ipAddressType", "needs an internet-facing load balancer", "dualstack-without-public-ipv4 with internal: true", "ipv4 or dualstack", "use dualstack, or make it internet-facing");
        }
    }

    private static void CheckLogs(ApplicationLoadBalancerProps balancer, Report report, Action<string, LogsProps, Report> check)
    {
        foreach (var (property, logs) in new[] { ("accessLogs", balancer.AccessLogs), ("connectionLogs", balancer.ConnectionLogs), ("healthCheckLogs", balancer.HealthCheckLogs) })
        {
            if (logs is not null)
            {
                check(property, logs, report);
            }
        }
    }

    private static void CheckBucket(string property, LogsProps logs, Report report)
    {
        if (!logs.Enabled.Is(false) && logs.Bucket.Name.Is(""))
        {
            report.Add($"{property}.bucket", "is empty", "\"\"", "the name of a bucket", $"name the bucket, or set {property}.enabled to false");
        }
    }

    private static void CheckLogPrefix(string property, LogsProps logs, Report report)
    {
        if (logs.Prefix.IsLiteral(out var prefix) && prefix.Contains("AWSLogs", StringComparison.Ordinal))
        {
            report.Add($"{property}.prefix", "contains \"AWSLogs\"", Quoted.Of(prefix), "a prefix without it", "remove that part: AWS adds it");
        }
    }

    private static void CheckQuotas(Model model, Report report)
    {
        var rules = model.Of<ApplicationListenerRuleProps>().ToList();
        var listenersByArn = new ListenersByArn(model);
        var forwards = Forwards.In(model).Where(forward => forward.LoadBalancer is not null).ToLookup(forward => forward.LoadBalancer, forward => forward.Group.Arn);
        foreach (var balancer in model.Of<ApplicationLoadBalancerProps>())
        {
            var listeners = balancer.Children.OfType<Declaration<ApplicationListenerProps>>().ToList();
            var groups = forwards[balancer].Distinct().Count();
            Check("are more", listeners.Count, MostListeners);
            Check("have more rules", rules.Count(rule => listenersByArn.Of(rule)?.Parent == balancer), MostRules);
            Check("have more target groups", groups, MostTargetGroups);
            Check("have more additional certificates", listeners.Sum(listener => listener.Props.AdditionalCertificates.Count), MostCertificates);
            Check("verify clients' certificates more often", listeners.Count(listener => listener.Props.MutualAuthentication?.Mode.Is(MutualAuthenticationMode.Verify) == true), MostVerifyingListeners);

            void Check(string what, int count, int most)
            {
                if (count > most)
                {
                    report.At(balancer).Add("listeners", $"{what} than the default quota", $"{count}", $"at most {most}", "have the quota raised, or divide them between two load balancers");
                }
            }
        }
    }

    private static void CheckRoutes(ApplicationLoadBalancerProps balancer, Model model, Report report)
    {
        for (var index = 0; balancer.Internal.Is(false) && index < balancer.Subnets.Count; index++)
        {
            if (balancer.Subnets[index] is { Public: { } isPublic } subnet && isPublic.Is(false))
            {
                report.Add($"subnets[{index}]", "has no route to an internet gateway", $"the private subnet {SubnetRules.NameOf(subnet, model)} for an internet-facing load balancer", "a public subnet", "take the zone's public subnet, or set internal to true");
            }
        }
    }
}
