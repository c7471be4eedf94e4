using System.Net;
using System.Net.Sockets;
using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Dns;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Settings;

/// <summary>Reads the settings from environment variables. The names without SYNC_ are those of the Python function, with its defaults.</summary>
internal static class SettingsReader
{
    private const string Prefix = "SYNC_";
    private static readonly HashSet<string> Known =
    [
        "SYNC_TARGETS", "SYNC_FLOOR", "SYNC_MAX_REMOVALS", "SYNC_MAX_REMOVAL_PERCENT", "SYNC_REMOVAL_WINDOW_SECONDS", "SYNC_MAX_WAIT_SECONDS",
        "SYNC_GRACE_SECONDS", "SYNC_ALLOWED_CIDRS", "SYNC_VPC_CIDRS",
        "SYNC_AVAILABILITY_ZONE", "SYNC_INTERVAL_SECONDS", "SYNC_IP_ADDRESS_TYPE", "SYNC_DRY_RUN", "SYNC_METRICS", "SYNC_DNS_SERVERS",
    ];

    /// <summary>Reads all of them.</summary>
    /// <param name="environment">The environment variables.</param>
    /// <param name="resolvers">The system's resolvers.</param>
    /// <exception cref="SettingsException">Some are wrong; it names them all.</exception>
    internal static SyncSettings Read(IReadOnlyDictionary<string, string> environment, IReadOnlyList<IPEndPoint> resolvers)
    {
        var variables = new Variables(environment);
        foreach (var name in environment.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && !Known.Contains(name)).Order(StringComparer.Ordinal))
        {
            variables.Refuse(name, $"is no setting: there are {string.Join(", ", Known.Order(StringComparer.Ordinal))}");
        }
        var runs = variables.Number("INVOCATIONS_BEFORE_DEREGISTRATION", 1, 1440, 3);
        var interval = variables.Number("SYNC_INTERVAL_SECONDS", 60, 3600, 60);
        var vpc = variables.Networks("SYNC_VPC_CIDRS") ?? [];
        var settings = new SyncSettings
        {
            Resolve = new ResolveSettings
            {
                Name = Name(variables),
                Type = variables.Choice("SYNC_IP_ADDRESS_TYPE", RecordType.A, ("ipv4", RecordType.A), ("ipv6", RecordType.AAAA)),
                Resolvers = Resolvers(variables, resolvers),
                AllowedNetworks = Allowed(variables, vpc),
                MostLookups = variables.Number("MAX_LOOKUP_PER_INVOCATION", 1, 1000, 50),
            },
            Pairs = Pairs(variables),
            Bucket = Bucket(variables),
            Decision = new DecisionSettings
            {
                Port = 0,
                RunsBeforeRemoval = runs,
                Grace = TimeSpan.FromSeconds(variables.Number("SYNC_GRACE_SECONDS", 0, 86_400, runs * interval)),
                Interval = TimeSpan.FromSeconds(interval),
                Floor = variables.Number("SYNC_FLOOR", 1, 1000, 2),
                LongestWait = TimeSpan.FromSeconds(variables.Number("SYNC_MAX_WAIT_SECONDS", 0, 604_800, 3600)),
                RemovalWindow = TimeSpan.FromSeconds(variables.Number("SYNC_REMOVAL_WINDOW_SECONDS", 60, 86_400, 900)),
                MostRemovals = variables.Number("SYNC_MAX_REMOVALS", 1, 1000, 20),
                LargestRemovalPercent = variables.Number("SYNC_MAX_REMOVAL_PERCENT", 1, 100, 50),
            },
            Zones = new AvailabilityZones(ZonePolicy(variables), vpc),
            IsDryRun = variables.Flag("SYNC_DRY_RUN", otherwise: false),
            WritesMetrics = variables.Flag("SYNC_METRICS", otherwise: true),
            WritesAddressCount = variables.Flag("CW_METRIC_FLAG_IP_COUNT", otherwise: true),
        };
        if (settings.Resolve.Type == RecordType.AAAA && settings.Resolve.AllowedNetworks.All(network => network.BaseAddress.AddressFamily == AddressFamily.InterNetwork))
        {
            variables.Refuse("SYNC_IP_ADDRESS_TYPE", "is ipv6, and no network of SYNC_ALLOWED_CIDRS and SYNC_VPC_CIDRS is IPv6: name those that hold the targets");
        }
        return variables.Problems.Count == 0 ? settings : throw new SettingsException(variables.Problems);
    }

    private static DnsName Name(Variables variables)
    {
        const string Variable = "ALB_DNS_NAME";
        var text = variables.Required(Variable, "the load balancer's DNS name, such as internal-app-1234567890.eu-west-1.elb.amazonaws.com");
        if (text.Length == 0)
        {
            return DnsName.Root;
        }
        var problem = DnsName.Problem(text) ?? (IPAddress.TryParse(text, out _) ? "it is an address" : DnsName.Parse(text)!.Labels.Length < 2 ? "it has no dot" : null);
        if (problem is not null)
        {
            variables.Refuse(Variable, $"is \"{text}\": it must be a DNS name with at least one dot, and {problem}: copy the load balancer's DNSName, or the name that leads to it");
        }
        return DnsName.Parse(text) ?? DnsName.Root;
    }

    private static string Bucket(Variables variables)
    {
        var text = variables.Required("S3_BUCKET", "the name of the bucket for the state");
        if (text.Length > 0 && !IsBucketName(text))
        {
            variables.Refuse("S3_BUCKET", $"is \"{text}\": it must be a bucket's name, 3 to 63 lower-case letters, digits, dots and hyphens");
        }
        return text;
    }

    private static IReadOnlyList<TargetPair> Pairs(Variables variables)
    {
        if (variables.Text("SYNC_TARGETS") is not { } text)
        {
            var arn = variables.Required("NLB_TG_ARN", "the target group's ARN (or set SYNC_TARGETS)");
            CheckArn(variables, "NLB_TG_ARN", arn);
            if (variables.Required("ALB_LISTENER", "the port of the load balancer's listener (or set SYNC_TARGETS)").Length == 0)
            {
                return [];
            }
            return [new TargetPair(variables.Number("ALB_LISTENER", 1, 65_535, 0), arn)];
        }
        foreach (var name in (string[])["ALB_LISTENER", "NLB_TG_ARN"])
        {
            if (variables.Has(name))
            {
                variables.Refuse(name, "is set, and SYNC_TARGETS too: set either SYNC_TARGETS, or ALB_LISTENER and NLB_TG_ARN");
            }
        }
        var pairs = new List<TargetPair>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var halves = part.Split('=', 2, StringSplitOptions.TrimEntries);
            if (halves.Length == 2 && ushort.TryParse(halves[0], out var port) && port > 0)
            {
                CheckArn(variables, "SYNC_TARGETS", halves[1]);
                pairs.Add(new TargetPair(port, halves[1]));
            }
            else
            {
                variables.Refuse("SYNC_TARGETS", $"has \"{part}\": each must be PORT=TARGET_GROUP_ARN, with a port from 1 to 65535");
            }
        }
        foreach (var twice in pairs.GroupBy(pair => pair).Where(group => group.Count() > 1))
        {
            variables.Refuse("SYNC_TARGETS", $"has {twice.Key.Port}={twice.Key.TargetGroup} twice");
        }
        if (pairs.Where(pair => IsTargetGroupArn(pair.TargetGroup)).Select(pair => pair.TargetGroup.Split(':')[3]).Distinct().Skip(1).Any())
        {
            variables.Refuse("SYNC_TARGETS", "has target groups of several regions: one function serves one region");
        }
        return pairs;
    }

    private static void CheckArn(Variables variables, string name, string arn)
    {
        if (arn.Length > 0 && !IsTargetGroupArn(arn))
        {
            variables.Refuse(name, $"has \"{arn}\": it must be the ARN of a target group, such as arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/app/0123456789abcdef");
        }
    }

    /// <summary>The Python function knew SAME_VPC alone.</summary>
    private static AvailabilityZonePolicy ZonePolicy(Variables variables) => variables.Choice(
        "SYNC_AVAILABILITY_ZONE",
        variables.Flag("SAME_VPC", otherwise: true) ? AvailabilityZonePolicy.OutsideVpc : AvailabilityZonePolicy.All,
        ("outside-vpc", AvailabilityZonePolicy.OutsideVpc),
        ("all", AvailabilityZonePolicy.All),
        ("none", AvailabilityZonePolicy.None));

    private static IReadOnlyList<IPNetwork> Allowed(Variables variables, IReadOnlyList<IPNetwork> vpc)
    {
        const string Variable = "SYNC_ALLOWED_CIDRS";
        if (variables.Networks(Variable) is not { } networks)
        {
            return [.. AddressFilter.Private, .. vpc];
        }
        foreach (var network in networks.Where(network => AddressFilter.Contains(AddressFilter.Never, network.BaseAddress) || network.PrefixLength == 0))
        {
            variables.Refuse(Variable, $"has {network}: no target can be there");
        }
        return networks;
    }

    private static IReadOnlyList<IPEndPoint> Resolvers(Variables variables, IReadOnlyList<IPEndPoint> system)
    {
        const string Variable = "SYNC_DNS_SERVERS";
        if (variables.Text(Variable) is not { } text)
        {
            if (system.Count == 0)
            {
                variables.Refuse(Variable, $"is missing, and {SystemResolvers.File} names no server: it must name the DNS servers to ask");
            }
            return system;
        }
        var servers = new List<IPEndPoint>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (IPEndPoint.TryParse(part, out var server))
            {
                servers.Add(server.Port == 0 ? new IPEndPoint(server.Address, SystemResolvers.Port) : server);
            }
            else
            {
                variables.Refuse(Variable, $"has \"{part}\": each must be an address such as 10.0.0.2 or 10.0.0.2:5353");
            }
        }
        return servers;
    }

    private static bool IsTargetGroupArn(string arn) =>
        arn.Split(':') is ["arn", var partition, "elasticloadbalancing", { Length: > 0 }, { Length: 12 } account, var resource]
        && partition.StartsWith("aws", StringComparison.Ordinal)
        && account.All(char.IsAsciiDigit)
        && resource.Split('/') is ["targetgroup", { Length: >= 1 and <= 32 } name, { Length: 16 } id]
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
        && id.All(char.IsAsciiHexDigitLower);

    private static bool IsBucketName(string name) =>
        name.Length is >= 3 and <= 63
        && name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character is '.' or '-')
        && char.IsAsciiLetterOrDigit(name[0])
        && char.IsAsciiLetterOrDigit(name[^1]);
}
