using System.Text.Json.Nodes;
using FsCheck.Fluent;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Dns;

[Collection(nameof(Jsii))]
public sealed class WeightedMigrationTests
{
    private static readonly MigrationEndpointProps Old = new() { DnsName = "old.example.net", ZoneId = "Z215JYRZR1TBD5" };
    private static readonly MigrationEndpointProps New = new() { DnsName = "new.example.net", ZoneId = "Z215JYRZR1TBD5" };

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(1, 99, 1)]
    [InlineData(100, 0, 100)]
    public void The_weights_are_percentages_and_exact_at_both_ends(int newPercent, int oldWeight, int newWeight)
    {
        var records = RecordsOf(Migration(newPercent));

        Assert.Equal((oldWeight, newWeight), (WeightOf(records, "shop_old"), WeightOf(records, "shop_new")));
    }

    [Fact]
    public void Whatever_the_share_the_weights_are_legal_and_sum_to_100() => Prop.ForAll(Gen.Choose(0, 100).ToArbitrary(), percent =>
    {
        var migration = Migration(percent);
        return migration.OldPercent.TryGetLiteral(out var old) && migration.NewPercent.TryGetLiteral(out var @new) && old + @new == 100 && old is >= 0 and <= 100
            && Manifests.Check($$"""
                weightedMigrations:
                  shop: { name: shop.example.com, zone: { id: Z0123456789ABCDEFGHIJ }, old: { dnsName: old.example.net, zoneId: Z215JYRZR1TBD5 }, new: { dnsName: new.example.net, zoneId: Z215JYRZR1TBD5 }, newPercent: {{percent}} }
                """).Count == 0;
    }).Hold();

    [Fact]
    public void Setting_the_number_back_gives_what_was_there_before()
    {
        var before = RecordsOf(Migration(20)).ToJsonString();

        Assert.NotEqual(before, RecordsOf(Migration(60)).ToJsonString());
        Assert.Equal(before, RecordsOf(Migration(20)).ToJsonString());
    }

    [Fact]
    public void The_new_records_wait_for_the_old_ones_which_may_have_to_become_weighted_first()
    {
        var records = RecordsOf(Migration(0) with { Old = Old with { Ipv6 = true }, New = New with { Ipv6 = true } });

        Assert.Equal("[\"aws_route53_record.shop_old\"]", records["shop_new"]!["depends_on"]!.ToJsonString());
        Assert.Equal("[\"aws_route53_record.shop_old_ipv6\"]", records["shop_new_ipv6"]!["depends_on"]!.ToJsonString());
        Assert.Null(records["shop_old"]!["depends_on"]);
    }

    [Fact]
    public void The_number_may_be_terraforms()
    {
        var records = RecordsOf(Migration(Expression.Of("var.new_percent")));

        Assert.Equal("${100 - var.new_percent}", (string?)records["shop_old"]!["weighted_routing_policy"]!["weight"]);
        Assert.Equal("${var.new_percent}", (string?)records["shop_new"]!["weighted_routing_policy"]!["weight"]);
    }

    [Fact]
    public void Health_decides_nothing_unless_it_is_asked_to()
    {
        Assert.False((bool)RecordsOf(Migration(50))["shop_new"]!["alias"]!["evaluate_target_health"]!);
        Assert.True((bool)RecordsOf(Migration(50) with { EvaluateTargetHealth = true })["shop_new"]!["alias"]!["evaluate_target_health"]!);
    }

    [Theory]
    [InlineData(false, false, 2)]
    [InlineData(true, false, 2)]
    [InlineData(false, true, 2)]
    [InlineData(true, true, 4)]
    public void Clients_with_IPv6_are_divided_too_where_both_endpoints_have_it(bool oldHasIpv6, bool newHasIpv6, int expected) =>
        Assert.Equal(expected, RecordsOf(Migration(50) with { Old = Old with { Ipv6 = oldHasIpv6 }, New = New with { Ipv6 = newHasIpv6 } }).Count);

    private static WeightedMigrationProps Migration(Value<int> newPercent) => new()
    {
        Name = "shop.example.com",
        Zone = new ExistingHostedZone("Z0123456789ABCDEFGHIJ"),
        Old = Old,
        New = New,
        NewPercent = newPercent,
    };

    private static JsonObject RecordsOf(WeightedMigrationProps props) =>
        Synthesized.Stack(stack => new WeightedMigration(stack, "shop", props))["aws_route53_record"]!.AsObject();

    private static int WeightOf(JsonObject records, string name) => (int)records[name]!["weighted_routing_policy"]!["weight"]!;
}
