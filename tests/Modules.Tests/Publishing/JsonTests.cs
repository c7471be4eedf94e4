using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Publishing;

public sealed class JsonTests
{
    private static readonly Value<string> Optional = Expression.Of("var.user") with { IsOptional = true };

    [Fact]
    public void What_is_certain_is_an_object() =>
        Assert.Equal("${jsonencode({ name = \"a\", image = var.image })}", Text(new JsonMap(("name", "a"), ("image", (Value<string>)Expression.Of("var.image")), ("cpu", null), ("links", Array.Empty<string>()))));

    [Fact]
    public void What_may_turn_out_to_be_nothing_is_left_out_then() =>
        Assert.Equal(
            """${jsonencode({ for attribute, value in { name = "a", user = var.user } : attribute => value if !contains(["null", "[]", "{}"], jsonencode(value)) })}""",
            Text(new JsonMap(("name", "a"), ("user", Optional))));

    [Fact]
    public void A_key_that_is_no_name_is_quoted() => Assert.Equal("${jsonencode({ \"aws:SourceArn\" = \"$${a}\" })}", Text(new JsonMap(("aws:SourceArn", "${a}"))));

    [Fact]
    public void What_is_made_of_each_element_of_a_list_that_only_terraform_knows_is_made_there() =>
        Assert.Equal("${jsonencode([for element in var.files : { value = element }])}", Text(Json.Each(Expression.Of("var.files"), file => new JsonMap(("value", file)))));

    private static string Text(object tree) => Json.Encoded(Json.Of(tree, isModule: true));
}
