using System.Net;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>What holds of health checks of Route 53.</summary>
internal static class DnsHealthCheckRules
{
    private const int FewestRegions = 3;
    private const int MostChildren = 256;
    /// <summary>HealthCheckRegion of the API model, 2026-11-30: @aws-sdk/client-route-53 3.1169.0.</summary>
    private static readonly string[] CheckerRegions = ["ap-northeast-1", "ap-southeast-1", "ap-southeast-2", "eu-west-1", "sa-east-1", "us-east-1", "us-west-1", "us-west-2"];
    private static readonly string[] Unreachable = ["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3", "fc00::/7", "fe80::/10", "::1/128"];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("DNS205", "A health check has what its type needs and nothing of another type's.", "CreateHealthCheck rejects it.", "Route 53 HealthCheckConfig")
            .For<DnsHealthCheckProps>(CheckType),
        Rule.Error("DNS211", "A health check asks a public address on a port from 1 to 65535, every 10 or 30 seconds, with a threshold from 1 to 10, from three regions or more of the eight that have checkers; its path and text have at most 255 characters.", "CreateHealthCheck rejects it.", "Route 53 HealthCheckConfig.Regions, IPAddress, Port, FailureThreshold")
            .For<DnsHealthCheckProps>(CheckValues),
        Rule.Error("DNS212", "A calculated health check counts 1 to 256 others, and never itself.", "CreateHealthCheck rejects more; Terraform rejects a circle.", "Route 53 HealthCheckConfig.ChildHealthChecks, HealthThreshold")
            .ForAll(CheckChildren),
    ];

    private static void CheckType(DnsHealthCheckProps check, Report report)
    {
        if (!check.Type.TryGetLiteral(out var type))
        {
            return;
        }
        foreach (var setting in Settings(check).Where(setting => setting.IsSet && !setting.Types.Contains(type)))
        {
            report.Add(setting.Property, "is not for this type of health check", $"{Spelling.Of(type)}", $"nothing, but with {string.Join(", ", setting.Types.Select(allowed => Spelling.Of(allowed)))}", "remove it, or change the type");
        }
        foreach (var setting in Settings(check).Where(setting => !setting.IsSet && setting.Needed.Contains(type)))
        {
            report.Add(setting.Property, "is missing", null, $"a value, for {Spelling.Of(type)}", $"add {setting.Property}: …");
        }
        if (check.AsksAnEndpoint && check.DomainName is null && check.IpAddress is null)
        {
            report.Add("", "names no endpoint", null, "domainName or ipAddress", "add one");
        }
    }

    /// <summary>What each setting is for, and where it is needed.</summary>
    private static IEnumerable<(string Property, bool IsSet, DnsHealthCheckType[] Types, DnsHealthCheckType[] Needed)> Settings(DnsHealthCheckProps check)
    {
        DnsHealthCheckType[] http = [DnsHealthCheckType.Http, DnsHealthCheckType.Https, DnsHealthCheckType.HttpStrMatch, DnsHealthCheckType.HttpsStrMatch];
        DnsHealthCheckType[] endpoint = [.. http, DnsHealthCheckType.Tcp];
        DnsHealthCheckType[] match = [DnsHealthCheckType.HttpStrMatch, DnsHealthCheckType.HttpsStrMatch];
        DnsHealthCheckType[] calculated = [DnsHealthCheckType.Calculated];
        DnsHealthCheckType[] alarm = [DnsHealthCheckType.CloudwatchMetric];
        DnsHealthCheckType[] control = [DnsHealthCheckType.RecoveryControl];
        return
        [
            ("domainName", check.DomainName is not null, endpoint, []),
            ("ipAddress", check.IpAddress is not null, endpoint, []),
            ("port", check.Port is not null, endpoint, [DnsHealthCheckType.Tcp]),
            ("path", check.Path is not null, http, []),
            ("searchString", check.SearchString is not null, match, match),
            ("intervalSeconds", check.IntervalSeconds is not null, endpoint, []),
            ("failureThreshold", check.FailureThreshold is not null, endpoint, []),
            ("measureLatency", check.MeasureLatency is not null, endpoint, []),
            ("enableSni", check.EnableSni is not null, [DnsHealthCheckType.Https, DnsHealthCheckType.HttpsStrMatch], []),
            ("regions", check.Regions.Count > 0 || check.Regions.Expression is not null, endpoint, []),
            ("children", check.Children.Count > 0, calculated, calculated),
            ("childThreshold", check.ChildThreshold is not null, calculated, calculated),
            ("alarmName", check.AlarmName is not null, alarm, alarm),
            ("alarmRegion", check.AlarmRegion is not null, alarm, alarm),
            ("insufficientDataStatus", check.InsufficientDataStatus is not null, alarm, []),
            ("routingControlArn", check.RoutingControlArn is not null, control, control),
        ];
    }

    private static void CheckValues(DnsHealthCheckProps check, Report report)
    {
        Check("port", check.Port, new NumberBetween(1, 65535));
        Check("failureThreshold", check.FailureThreshold, new NumberBetween(1, 10, "checks"));
        Check("childThreshold", check.ChildThreshold, new NumberBetween(0, MostChildren));
        Check("path", check.Path, new TextMatching("^[^\\s]*$", 255, "at most 255 characters without spaces"));
        Check("searchString", check.SearchString, new TextMatching("^[\\s\\S]+$", 255, "1 to 255 characters"));
        if (check.IntervalSeconds.IsLiteral(out var interval) && interval is not (10 or 30))
        {
            report.Add("intervalSeconds", "is neither 10 nor 30", $"{interval}", "10 or 30 seconds", "use one of the two");
        }
        if (check.Regions.Expression is null && check.Regions.Count is > 0 and < FewestRegions)
        {
            report.Add("regions", "are too few", $"{check.Regions.Count}", $"{FewestRegions} or more", "add regions, or remove the key to use all of them");
        }
        for (var index = 0; index < check.Regions.Count; index++)
        {
            if (check.Regions[index].TryGetLiteral(out var region) && !CheckerRegions.Contains(region))
            {
                report.Add($"regions[{index}]", "has no health checkers", Quoted.Of(region), string.Join(", ", CheckerRegions), "use one of them");
            }
        }
        if (check.DomainName.IsLiteral(out var name) && DomainName.Mistake(name, isCertificates: false, mayBeWildcard: false) is var (what, fix))
        {
            report.Add("domainName", what, Quoted.Of(name), "a domain name such as www.example.com", fix);
        }
        if (check.IpAddress.IsLiteral(out var text))
        {
            CheckAddress(text, report);
        }

        void Check(string property, IValue? value, Constraint constraint)
        {
            if (value?.Literal is { } literal && !constraint.Accepts(literal))
            {
                report.Add(property, constraint.Violation, Quoted.Of(literal), constraint.Allowed, "use a value that is allowed");
            }
        }
    }

    private static void CheckAddress(string text, Report report)
    {
        if (RecordValues.AddressFamilyOf(text) is null)
        {
            report.Add("ipAddress", "is not an address", Quoted.Of(text), "an IPv4 or IPv6 address", "write an address such as 203.0.113.10; a name goes to domainName");
        }
        else if (Array.Find(Unreachable, candidate => IPNetwork.Parse(candidate).Contains(IPAddress.Parse(text))) is { } block)
        {
            report.Add("ipAddress", "cannot be reached from the internet", $"{text} of {block}", "a public address", "watch it by an alarm: type CLOUDWATCH_METRIC");
        }
    }

    private static void CheckChildren(Model model, Report report)
    {
        var before = new List<DnsHealthCheckProps>();
        foreach (var declaration in model.Of<DnsHealthCheckProps>())
        {
            var check = declaration.Props;
            if (check.Children.Count > MostChildren)
            {
                report.At(declaration).Add("children", "are too many", $"{check.Children.Count}", $"at most {MostChildren}", "count groups of them first");
            }
            // A circle is told where it is entered first.
            if (!before.Exists(other => Counts(other, check) && Counts(check, other)))
            {
                CheckCircle(check, report.At(declaration));
            }
            before.Add(check);
        }
    }

    private static void CheckCircle(DnsHealthCheckProps check, Report report)
    {
        for (var index = 0; index < check.Children.Count; index++)
        {
            if (check.Children[index].Props is { } child && (ReferenceEquals(child, check) || Counts(child, check)))
            {
                report.Add($"children[{index}]", ReferenceEquals(child, check) ? "is the health check itself" : "counts this health check in turn", $"{check.Children[index]}", "health checks that do not depend on this one", "remove it");
            }
        }
    }

    private static bool Counts(DnsHealthCheckProps check, DnsHealthCheckProps sought) => Counts(check, sought, new HashSet<object>(ReferenceEqualityComparer.Instance));

    private static bool Counts(DnsHealthCheckProps check, DnsHealthCheckProps sought, HashSet<object> seen) =>
        seen.Add(check) && check.Children.Any(child => child.Props is { } props && (ReferenceEquals(props, sought) || Counts(props, sought, seen)));
}
