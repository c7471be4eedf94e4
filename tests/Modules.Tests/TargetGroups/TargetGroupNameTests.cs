using FsCheck;
using FsCheck.Fluent;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Tests.TargetGroups;

public sealed class TargetGroupNameTests
{
    private static readonly Gen<string> Names = Gen.Choose(1, 64).SelectMany(length => Gen.Elements("abcXYZ019-".ToCharArray()).ListOf(length)).Select(characters => "a" + string.Concat(characters));
    private static readonly Gen<string?> Attributes = Gen.Elements<string?>(null, "", "ip", "HTTP", "HTTP1", "80", "8080", "vpc-0a1b2c3d", "${aws_vpc.main.id}");

    [Fact]
    public void A_generated_name_is_legal() =>
        Prop.ForAll(Names.ToArbitrary(), Attributes.ArrayOf(6).ToArbitrary(), (name, forcing) => LoadBalancerName.Constraint.Accepts(TargetGroupName.Of(name, forcing))).Hold();

    [Fact]
    public void A_generated_name_changes_exactly_when_a_forcing_attribute_does() =>
        Prop.ForAll(Attributes.ArrayOf(6).ToArbitrary(), Attributes.ArrayOf(6).ToArbitrary(), (one, other) =>
            Said(one).SequenceEqual(Said(other)) == (TargetGroupName.Of("shop-test-app", one) == TargetGroupName.Of("shop-test-app", other))).Hold();

    [Fact]
    public void Two_names_remain_two_where_both_are_cut() =>
        Assert.NotEqual(TargetGroupName.Of("checkout-service-production-one", "ip"), TargetGroupName.Of("checkout-service-production-two", "ip"));

    [Fact]
    public void A_generated_name_begins_with_the_stacks_and_the_groups_own() =>
        Assert.StartsWith("shop-prod-target-group-", TargetGroupName.Of("shop-prod-target-group", "ip"), StringComparison.Ordinal);

    [Fact]
    public void A_long_name_is_cut_and_has_no_hyphen_before_its_suffix() =>
        Assert.Matches("^abcdefghijklmnopqrstuvwx-[0-9a-f]{6}$", TargetGroupName.Of("abcdefghijklmnopqrstuvwx-yz", "ip"));

    private static IEnumerable<string> Said(IEnumerable<string?> attributes) => attributes.Select(attribute => attribute ?? "");
}
