using FsCheck;
using FsCheck.Fluent;
using Orchestrator.Modules.Names;

namespace Orchestrator.Modules.Tests.Names;

public sealed class GeneratedNameTests
{
    private static readonly Gen<string> Words = Gen.Choose(1, 90).SelectMany(length => Gen.Elements("abcXYZ019-_".ToCharArray()).ListOf(length)).Select(characters => "a" + string.Concat(characters));

    private static readonly Gen<AwsName> Kinds = Gen.Elements(AwsNames.All.Where(kind => kind.Signs.Contains('-')).ToArray());

    private static readonly Gen<AwsName> Prefixed = Gen.Elements(AwsNames.Role, AwsNames.Bucket, AwsNames.Queue, AwsNames.Topic, AwsNames.LaunchTemplate, AwsNames.AutoScalingGroup, AwsNames.InstanceProfile);

    [Theory]
    [InlineData("web", "shop-prod-web")]
    [InlineData("web_https", "shop-prod-web-https")]
    [InlineData("web-", "shop-prod-web")]
    [InlineData("a-load-balancer-for-the-whole-shop", "shop-prod-a-load-balancer-397b63")]
    public void A_name_begins_with_the_stacks(string own, string name) => Assert.Equal(name, GeneratedName.Of(AwsNames.LoadBalancer, "shop-prod", own));

    [Theory]
    [InlineData("internal-tools-prod", "app-internal-tools-prod-web")]
    [InlineData("internals-prod", "internals-prod-web")]
    public void A_beginning_that_aws_has_for_itself_is_moved(string stack, string name) => Assert.Equal(name, GeneratedName.Of(AwsNames.LoadBalancer, stack, "web"));

    [Theory]
    [InlineData("orders", "execution", "shop-prod-orders-execution-")]
    [InlineData("main_spot", "instance", "shop-prod-main-spot-instance-")]
    [InlineData("a-very-long-name-of-a-service-in-the-shop", "execution", "shop-prod-a-very-long-name-execution-")]
    public void A_roles_name_says_at_its_end_what_it_is_for(string own, string purpose, string prefix) => Assert.Equal(prefix, GeneratedName.PrefixOf(AwsNames.Role, "shop-prod", own, purpose));

    [Fact]
    public void A_buckets_name_has_no_capitals() => Assert.Equal("shop-prod-logs-", GeneratedName.PrefixOf(AwsNames.Bucket, "Shop-Prod", "Logs"));

    [Fact]
    public void A_name_has_the_characters_and_the_length_that_aws_takes() => Prop.ForAll(Kinds.ToArbitrary(), Words.ToArbitrary(), Words.ToArbitrary(), (kind, stack, own) =>
        GeneratedName.Of(kind, stack, own) is var name && name.Length <= kind.Longest && IsLegal(kind, name)).Hold();

    [Fact]
    public void A_prefix_leaves_room_for_what_the_provider_appends() => Prop.ForAll(Prefixed.ToArbitrary(), Words.ToArbitrary(), Words.ToArbitrary(), (kind, stack, own) =>
        GeneratedName.PrefixOf(kind, stack, own, "execution") is var prefix && prefix.Length <= kind.Longest - 26 && prefix.EndsWith("-execution-", StringComparison.Ordinal) && IsLegal(kind, prefix)).Hold();

    [Fact]
    public void Two_stacks_have_two_names_also_where_they_are_cut() => Prop.ForAll(Words.ToArbitrary(), Words.ToArbitrary(), (stack, own) =>
        GeneratedName.Of(AwsNames.LoadBalancer, $"{stack}-test", own) != GeneratedName.Of(AwsNames.LoadBalancer, $"{stack}-prod", own)).Hold();

    private static bool IsLegal(AwsName kind, string name) =>
        name.All(character => char.IsAsciiLetterOrDigit(character) || kind.Signs.Contains(character, StringComparison.Ordinal)) && !kind.Reserved.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase));
}
