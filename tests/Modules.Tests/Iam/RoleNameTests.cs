using FsCheck.Fluent;
using Orchestrator.Modules.Iam;

namespace Orchestrator.Modules.Tests.Iam;

public sealed class RoleNameTests
{
    [Theory]
    [InlineData("orders", "execution", "orders-execution-")]
    [InlineData("main_spot", "instance", "main-spot-instance-")]
    [InlineData("a-very-long-name-of-a-service-in-the-shop", "execution", "a-very-long-name-of-a-servi-execution-")]
    public void A_roles_name_begins_with_whose_it_is_and_what_for(string name, string purpose, string prefix) => Assert.Equal(prefix, RoleName.PrefixOf(name, purpose));

    [Fact]
    public void It_is_never_longer_than_the_provider_accepts() => Prop.ForAll(Gen.Choose(1, 200).ToArbitrary(), length =>
        RoleName.PrefixOf(new string('a', length), "execution") is { Length: <= 38 } prefix && prefix.EndsWith("-execution-", StringComparison.Ordinal)).Hold();
}
