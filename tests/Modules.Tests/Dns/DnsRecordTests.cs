using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Dns;

[Collection(nameof(Jsii))]
public sealed class DnsRecordTests
{
    private static readonly ExistingHostedZone Zone = new("Z0123456789ABCDEFGHIJ") { Name = "example.com" };

    [Theory]
    [InlineData(IpAddressType.Ipv4, "shop A")]
    [InlineData(IpAddressType.Dualstack, "shop A, shop_ipv6 AAAA")]
    [InlineData(IpAddressType.DualstackWithoutPublicIpv4, "shop_ipv6 AAAA")]
    public void An_alias_has_the_families_of_its_load_balancer(IpAddressType type, string expected)
    {
        var records = RecordsOf(stack => new DnsRecord(stack, "shop", new() { Name = "shop.example.com", Zone = Zone, Alias = new() { LoadBalancer = LoadBalancer(stack, type) } }));

        Assert.Equal(expected, string.Join(", ", records.Select(record => $"{record.Key} {record.Value!["type"]}")));
        Assert.All(records, record => Assert.Equal("${aws_lb.web.dns_name}", (string?)record.Value!["alias"]!["name"]));
        Assert.All(records, record => Assert.True((bool)record.Value!["alias"]!["evaluate_target_health"]!));
    }

    [Fact]
    public void A_load_balancer_that_becomes_dualstack_leaves_the_A_record_alone()
    {
        var before = RecordsOf(stack => new DnsRecord(stack, "shop", new() { Name = "shop.example.com", Zone = Zone, Alias = new() { LoadBalancer = LoadBalancer(stack, IpAddressType.Ipv4) } }));
        var after = RecordsOf(stack => new DnsRecord(stack, "shop", new() { Name = "shop.example.com", Zone = Zone, Alias = new() { LoadBalancer = LoadBalancer(stack, IpAddressType.Dualstack) } }));

        Assert.Equal(before["shop"]!.ToJsonString(), after["shop"]!.ToJsonString());
    }

    [Fact]
    public void The_families_of_an_address_type_that_only_terraform_knows_are_not_guessed()
    {
        var records = RecordsOf(stack => new DnsRecord(stack, "shop", new() { Name = "shop.example.com", Zone = Zone, Alias = new() { LoadBalancer = LoadBalancer(stack, Expression.Of("var.type")) } }));

        Assert.Equal(["shop"], records.Select(record => record.Key));
    }

    [Fact]
    public void The_set_identifier_is_the_records_own_name()
    {
        var records = RecordsOf(stack => new DnsRecord(stack, "shop_blue", new() { Name = "shop.example.com", Zone = Zone, Type = DnsRecordType.A, Values = ["203.0.113.10"], Routing = new() { Weight = 1 } }));

        Assert.Equal("shop-blue", (string?)records["shop_blue"]!["set_identifier"]);
        Assert.Equal(300, (int)records["shop_blue"]!["ttl"]!);
    }

    [Fact]
    public void Values_may_be_one_expression()
    {
        var records = RecordsOf(stack => new DnsRecord(stack, "shop", new() { Name = "shop.example.com", Zone = Zone, Type = DnsRecordType.A, Values = Expression.Of("var.addresses") }));

        Assert.Equal("${var.addresses}", (string?)records["shop"]!["records"]);
    }

    [Fact]
    public void A_zone_that_the_stack_makes_is_checked_as_one_that_exists()
    {
        var exception = Assert.ThrowsAny<Exception>(() => Synthesized.Stack(stack =>
        {
            var zone = new HostedZone(stack, "main", new() { DomainName = "example.com" });
            new DnsRecord(stack, "made", new() { Name = "www.example.org", Zone = zone, Type = DnsRecordType.A, Values = ["203.0.113.10"] });
            new DnsRecord(stack, "existing", new() { Name = "www", Zone = Zone, Type = DnsRecordType.A, Values = ["203.0.113.10"] });
        }));

        Assert.Contains("error DNS202 composed/made.name is not in its zone: got \"www.example.org\" in example.com", exception.Message, StringComparison.Ordinal);
        Assert.Contains("error DNS202 composed/existing.name is not in its zone: got \"www\" in example.com, allowed example.com or a name that ends with .example.com; write www.example.com", exception.Message, StringComparison.Ordinal);
    }

    private static ApplicationLoadBalancer LoadBalancer(TerraformStack stack, Value<IpAddressType> type) => new(stack, "web", new()
    {
        Internal = false,
        IpAddressType = type,
        Subnets = [new Subnet { Id = "subnet-0a1b2c3d4e5f60001" }, new Subnet { Id = "subnet-0a1b2c3d4e5f60002" }],
        SecurityGroups = [new ExistingSecurityGroup("sg-0a1b2c3d4e5f60718")],
    });

    private static JsonObject RecordsOf(Action<TerraformStack> compose) => Synthesized.Stack(compose)["aws_route53_record"]!.AsObject();
}
