using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What holds of Application Load Balancers.</summary>
internal static class ApplicationLoadBalancerRules
{
    private const int MostListeners = 50;
    private const int MostTargetGroups = 100;
    private const int MostSecurityGroups = 5;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("ALB005", "An Application Load Balancer has subnets in at least two Availability Zones, one in each.", "CreateLoadBalancer fails: at least two subnets in two different Availability Zones must be specified.", "elbv2 CreateLoadBalancerInput.Subnets; cfn-lint E3680")
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
        Rule.Warning("ALB016", "An Application Load Balancer has at most 50 listeners and 100 target groups.", "The default quotas reject more; they can be raised.", "Quotas of Application Load Balancers")
            .ForDeclared<ApplicationLoadBalancerProps>(CheckQuotas),
        Rule.Warning("ALB176", "The subnets of an internet-facing Application Load Balancer are public.", "In a subnet without a route to an internet gateway it is unreachable, which AWS does not say.", "Elastic Load Balancing, internet-facing load balancers")
            .ForAll((model, report) => model.ForEach<ApplicationLoadBalancerProps>(balancer => CheckRoutes(balancer.Props, model, report.At(balancer)))),
    ];

    private static void CheckZones(ApplicationLoadBalancerProps balancer, Model model, Report report)
    {
        if (balancer.Subnets.Count < 2)
        {
            report.Add("subnets", "has too few subnets", $"{balancer.Subnets.Count}", "two or more, in different Availability Zones", "add a subnet of another zone");
        }
        var (ids, zones) = (new Dictionary<Value<string>, ISubnet>(), new Dictionary<string, ISubnet>());
        for (var index = 0; index < balancer.Subnets.Count; index++)
        {
            var subnet = balancer.Subnets[index];
            if (!ids.TryAdd(subnet.Id, subnet))
            {
                var isNamedTwice = ReferenceEquals(ids[subnet.Id], subnet);
                report.Add($"subnets[{index}]", isNamedTwice ? "stands twice" : "is the same subnet as another", isNamedTwice ? NameOf(subnet, model) : $"{NameOf(subnet, model)} with the id of {NameOf(ids[subnet.Id], model)}", "each subnet once", "take a subnet of another zone instead, or remove it");
            }
            else if (subnet.AvailabilityZone.IsLiteral(out var zone) && !zones.TryAdd(zone, subnet))
            {
                report.Add($"subnets[{index}]", "is in the Availability Zone of another subnet", $"{NameOf(subnet, model)} in {zone}, as {NameOf(zones[zone], model)}", "one subnet in each zone", "take a subnet of another zone instead, or remove it");
            }
        }
    }

    /// <summary>The name that a manifest declares a subnet under; elsewhere its id.</summary>
    private static string NameOf(ISubnet subnet, Model model) =>
        model.Of<Subnet>().FirstOrDefault(declared => ReferenceEquals(declared.Props, subnet))?.Name ?? subnet.Id.ToString();

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
        foreach (var (property, logs) in new[] { ("accessLogs", balancer.AccessLogs), ("connectionLogs", balancer.ConnectionLogs) })
        {
            if (logs is not null)
            {
                check(property, logs, report);
            }
        }
    }

    private static void CheckBucket(string property, LogsProps logs, Report report)
    {
        if (!logs.Enabled.Is(false) && logs.Bucket.Is(""))
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

    private static void CheckQuotas(Declaration<ApplicationLoadBalancerProps> balancer, Report report)
    {
        var listeners = balancer.Children.OfType<Declaration<ApplicationListenerProps>>().ToList();
        if (listeners.Count > MostListeners)
        {
            report.Add("listeners", "are more than the default quota", $"{listeners.Count}", $"at most {MostListeners}", "have the quota raised, or divide them between two load balancers");
        }
        var groups = listeners.SelectMany(listener => listener.Props.DefaultAction.Targets()).Select(target => target.TargetGroup).Distinct().Count();
        if (groups > MostTargetGroups)
        {
            report.Add("listeners", "have more target groups than the default quota", $"{groups}", $"at most {MostTargetGroups}", "have the quota raised, or divide them between two load balancers");
        }
    }

    private static void CheckRoutes(ApplicationLoadBalancerProps balancer, Model model, Report report)
    {
        for (var index = 0; balancer.Internal.Is(false) && index < balancer.Subnets.Count; index++)
        {
            if (balancer.Subnets[index] is { Public: { } isPublic } subnet && isPublic.Is(false))
            {
                report.Add($"subnets[{index}]", "has no route to an internet gateway", $"the private subnet {NameOf(subnet, model)} for an internet-facing load balancer", "a public subnet", "take the zone's public subnet, or set internal to true");
            }
        }
    }
}
