using System.Net;
using Orchestrator.Lambda.Dns;
using Orchestrator.Lambda.Settings;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Settings;

public sealed class SettingsTests
{
    private const string Long = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";
    private static readonly IReadOnlyList<IPEndPoint> Resolvers = [new(IPAddress.Parse("10.0.0.2"), 53)];

    [Fact]
    public void The_names_and_defaults_are_those_of_the_python_function()
    {
        var settings = Read();

        Assert.Equal([new TargetPair(443, World.TargetGroup)], settings.Pairs);
        Assert.Equal((50, 3, TimeSpan.FromMinutes(3), 2, 20, 50), (settings.Resolve.MostLookups, settings.Decision.RunsBeforeRemoval, settings.Decision.Grace, settings.Decision.Floor, settings.Decision.MostRemovals, settings.Decision.LargestRemovalPercent));
        Assert.Equal((true, true, false), (settings.WritesAddressCount, settings.WritesMetrics, settings.IsDryRun));
        Assert.Equal(Resolvers, settings.Resolve.Resolvers);
        Assert.Equal(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"], settings.Resolve.AllowedNetworks.Select(network => network.ToString()));
    }

    [Fact]
    public void Every_setting_can_be_set()
    {
        var settings = Read(
            ("MAX_LOOKUP_PER_INVOCATION", "60"), ("INVOCATIONS_BEFORE_DEREGISTRATION", "5"), ("CW_METRIC_FLAG_IP_COUNT", "False"), ("SYNC_FLOOR", "3"), ("SYNC_MAX_REMOVALS", "7"),
            ("SYNC_MAX_REMOVAL_PERCENT", "25"), ("SYNC_GRACE_SECONDS", "600"), ("SYNC_ALLOWED_CIDRS", "10.1.0.0/16, 10.2.0.0/16, fd00::/8"), ("SYNC_VPC_CIDRS", "10.1.0.0/16"), ("SYNC_AVAILABILITY_ZONE", "all"),
            ("SYNC_IP_ADDRESS_TYPE", "ipv6"), ("SYNC_MAX_WAIT_SECONDS", "60"), ("SYNC_REMOVAL_WINDOW_SECONDS", "120"), ("SYNC_DRY_RUN", "true"), ("SYNC_METRICS", "false"), ("SYNC_DNS_SERVERS", "10.0.0.9,[fd00::1]:5353"));

        Assert.Equal((60, 5, 600.0, 3, 7, 25), (settings.Resolve.MostLookups, settings.Decision.RunsBeforeRemoval, settings.Decision.Grace.TotalSeconds, settings.Decision.Floor, settings.Decision.MostRemovals, settings.Decision.LargestRemovalPercent));
        Assert.Equal((TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2)), (settings.Decision.LongestWait, settings.Decision.RemovalWindow));
        Assert.Equal((false, false, true), (settings.WritesAddressCount, settings.WritesMetrics, settings.IsDryRun));
        Assert.Equal(["10.1.0.0/16", "10.2.0.0/16", "fd00::/8"], settings.Resolve.AllowedNetworks.Select(network => network.ToString()));
        Assert.Equal((AvailabilityZonePolicy.All, RecordType.AAAA), (settings.Zones.Policy, settings.Resolve.Type));
        Assert.Equal(["10.0.0.9:53", "[fd00::1]:5353"], settings.Resolve.Resolvers.Select(server => server.ToString()));
    }

    [Fact]
    public void Several_target_groups_are_named_with_their_ports()
    {
        var settings = Read(("ALB_LISTENER", ""), ("NLB_TG_ARN", ""), ("SYNC_TARGETS", $"443={World.TargetGroup}, 80={FunctionTests.OtherGroup}"));

        Assert.Equal([new TargetPair(443, World.TargetGroup), new TargetPair(80, FunctionTests.OtherGroup)], settings.Pairs);
    }

    [Fact]
    public void The_second_generation_of_the_python_function_said_whether_the_vpc_is_the_same() => Assert.Equal(AvailabilityZonePolicy.All, Read(("SAME_VPC", "False")).Zones.Policy);

    [Fact]
    public void All_mistakes_are_told_at_once() => Assert.Equal(
        """
        7 settings are wrong:
          SYNC_FLOR is no setting: there are SYNC_ALLOWED_CIDRS, SYNC_AVAILABILITY_ZONE, SYNC_DNS_SERVERS, SYNC_DRY_RUN, SYNC_FLOOR, SYNC_GRACE_SECONDS, SYNC_INTERVAL_SECONDS, SYNC_IP_ADDRESS_TYPE, SYNC_MAX_REMOVALS, SYNC_MAX_REMOVAL_PERCENT, SYNC_MAX_WAIT_SECONDS, SYNC_METRICS, SYNC_REMOVAL_WINDOW_SECONDS, SYNC_TARGETS, SYNC_VPC_CIDRS
          INVOCATIONS_BEFORE_DEREGISTRATION is "0": it must be a whole number from 1 to 1440
          ALB_DNS_NAME is missing: it must be the load balancer's DNS name, such as internal-app-1234567890.eu-west-1.elb.amazonaws.com
          NLB_TG_ARN has "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/app/0123456789abcdef": it must be the ARN of a target group, such as arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/app/0123456789abcdef
          ALB_LISTENER is "65536": it must be a whole number from 1 to 65535
          S3_BUCKET is "Not A Bucket": it must be a bucket's name, 3 to 63 lower-case letters, digits, dots and hyphens
          SYNC_DRY_RUN is "maybe": it must be true or false
        """,
        Assert.Throws<SettingsException>(() => Read(
            ("SYNC_FLOR", "2"), ("INVOCATIONS_BEFORE_DEREGISTRATION", "0"), ("ALB_DNS_NAME", ""), ("NLB_TG_ARN", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/app/0123456789abcdef"),
            ("ALB_LISTENER", "65536"), ("S3_BUCKET", "Not A Bucket"), ("SYNC_DRY_RUN", "maybe"))).Message);

    [Theory]
    [InlineData("ALB_DNS_NAME", "10.0.0.1", "ALB_DNS_NAME is \"10.0.0.1\": it must be a DNS name with at least one dot, and it is an address: copy the load balancer's DNSName, or the name that leads to it")]
    [InlineData("ALB_DNS_NAME", "localhost", "ALB_DNS_NAME is \"localhost\": it must be a DNS name with at least one dot, and it has no dot: copy the load balancer's DNSName, or the name that leads to it")]
    [InlineData("ALB_DNS_NAME", "a.b c", "ALB_DNS_NAME is \"a.b c\": it must be a DNS name with at least one dot, and it has \" \", and a DNS name has letters, digits, hyphens and dots: copy the load balancer's DNSName, or the name that leads to it")]
    [InlineData("ALB_DNS_NAME", "a..b", "ALB_DNS_NAME is \"a..b\": it must be a DNS name with at least one dot, and between two dots, or before the first, there is nothing: copy the load balancer's DNSName, or the name that leads to it")]
    [InlineData("ALB_DNS_NAME", $"a.{Long}", $"ALB_DNS_NAME is \"a.{Long}\": it must be a DNS name with at least one dot, and \"{Long}\" has 64 characters, and what is between two dots may have 63: copy the load balancer's DNSName, or the name that leads to it")]
    [InlineData("ALB_LISTENER", "0", "ALB_LISTENER is \"0\": it must be a whole number from 1 to 65535")]
    [InlineData("ALB_LISTENER", "", "ALB_LISTENER is missing: it must be the port of the load balancer's listener (or set SYNC_TARGETS)")]
    [InlineData("NLB_TG_ARN", "", "NLB_TG_ARN is missing: it must be the target group's ARN (or set SYNC_TARGETS)")]
    [InlineData("S3_BUCKET", "", "S3_BUCKET is missing: it must be the name of the bucket for the state")]
    [InlineData("MAX_LOOKUP_PER_INVOCATION", "-1", "MAX_LOOKUP_PER_INVOCATION is \"-1\": it must be a whole number from 1 to 1000")]
    [InlineData("SYNC_MAX_REMOVAL_PERCENT", "101", "SYNC_MAX_REMOVAL_PERCENT is \"101\": it must be a whole number from 1 to 100")]
    [InlineData("SYNC_ALLOWED_CIDRS", "10.0.0.1/8", "SYNC_ALLOWED_CIDRS has \"10.0.0.1/8\": each must be a network such as 10.0.0.0/16, with no bits set after its prefix")]
    [InlineData("SYNC_ALLOWED_CIDRS", "127.0.0.0/8", "SYNC_ALLOWED_CIDRS has 127.0.0.0/8: no target can be there")]
    [InlineData("SYNC_ALLOWED_CIDRS", "0.0.0.0/0", "SYNC_ALLOWED_CIDRS has 0.0.0.0/0: no target can be there")]
    [InlineData("SYNC_IP_ADDRESS_TYPE", "ipv6", "SYNC_IP_ADDRESS_TYPE is ipv6, and no network of SYNC_ALLOWED_CIDRS and SYNC_VPC_CIDRS is IPv6: name those that hold the targets")]
    [InlineData("SYNC_FLOOR", "2\n{\"_aws\":1}", "SYNC_FLOOR is \"2 {\"_aws\":1}\": it must be a whole number from 1 to 1000")]
    [InlineData("SYNC_AVAILABILITY_ZONE", "eu-west-1a", "SYNC_AVAILABILITY_ZONE is \"eu-west-1a\": it must be outside-vpc or all or none")]
    [InlineData("SYNC_DNS_SERVERS", "resolver", "SYNC_DNS_SERVERS has \"resolver\": each must be an address such as 10.0.0.2 or 10.0.0.2:5353")]
    public void A_mistake_is_told_with_what_is_allowed(string name, string value, string message) =>
        Assert.Equal([message], Assert.Throws<SettingsException>(() => Read((name, value))).Problems);

    [Theory]
    [InlineData("443", "SYNC_TARGETS has \"443\": each must be PORT=TARGET_GROUP_ARN, with a port from 1 to 65535")]
    [InlineData($"443={World.TargetGroup},443={World.TargetGroup}", $"SYNC_TARGETS has 443={World.TargetGroup} twice")]
    [InlineData($"443={World.TargetGroup},80=arn:aws:elasticloadbalancing:eu-north-1:123456789012:targetgroup/app/0123456789abcdef", "SYNC_TARGETS has target groups of several regions: one function serves one region")]
    public void A_mistake_in_several_target_groups_is_told(string value, string message) =>
        Assert.Equal([message], Assert.Throws<SettingsException>(() => Read(("ALB_LISTENER", ""), ("NLB_TG_ARN", ""), ("SYNC_TARGETS", value))).Problems);

    [Fact]
    public void Without_a_resolver_one_must_be_named() => Assert.Equal(
        ["SYNC_DNS_SERVERS is missing, and /etc/resolv.conf names no server: it must name the DNS servers to ask"],
        Assert.Throws<SettingsException>(() => SettingsReader.Read(Environment(), [])).Problems);

    [Fact]
    public void The_systems_resolvers_are_read_as_they_are_written() => Assert.Equal(
        ["169.254.78.1:53", "[fd00::2]:53"],
        SystemResolvers.Read(["# comment", "search example.com", "nameserver 169.254.78.1", "nameserver\tfd00::2", "nameserver", "nameserver x"]).Select(server => server.ToString()));

    private static SyncSettings Read(params IEnumerable<(string Name, string Value)> changes) => SettingsReader.Read(Environment([.. changes]), Resolvers);

    private static Dictionary<string, string> Environment(params IReadOnlyList<(string Name, string Value)> changes)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ALB_DNS_NAME"] = World.LoadBalancer,
            ["ALB_LISTENER"] = "443",
            ["S3_BUCKET"] = "bucket",
            ["NLB_TG_ARN"] = World.TargetGroup,
            ["PATH"] = "/usr/bin",
        };
        foreach (var (name, value) in changes)
        {
            environment[name] = value;
        }
        return environment;
    }
}
