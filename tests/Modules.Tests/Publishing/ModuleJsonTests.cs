using System.Text.Json.Nodes;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Publishing;

public sealed class ModuleJsonTests
{
    [Fact]
    public void A_resource_with_another_name_is_moved()
    {
        var files = ModuleJson.Files(new PublishedModule(new Renamed(), [], [], new JsonObject { ["output"] = new JsonObject() }));

        Assert.Equal("""[{"from":"aws_lb.balancer","to":"aws_lb.this"}]""", files["main"]["moved"]!.ToJsonString());
    }

    [Fact]
    public void A_variable_says_its_type_default_and_bounds()
    {
        var port = ScalarType.Number with { Constraints = [(new NumberBetween(1, 65535), "LSN180")] };
        var listeners = new VariableAttribute("listeners", new MapType(new ObjectType([new("port", port, true, null, "The port."), new("note", ScalarType.Text, false, null, "A note.")]), "listener"), false, new JsonObject(), "The listeners.");

        var variable = ModuleJson.Files(new PublishedModule(new Renamed(), [listeners], [], new JsonObject { ["output"] = new JsonObject() }))["variables"]["variable"]!["listeners"]!;

        Assert.Equal("map(object({\n  port = number\n  note = optional(string)\n}))", (string?)variable["type"]);
        Assert.Equal("The listeners.\n\n- `port` (required): The port.\n- `note`: A note.\n", (string?)variable["description"]);
        Assert.Equal("{}", variable["default"]!.ToJsonString());
        Assert.False((bool?)variable["nullable"]);
        Assert.Equal("${alltrue([\n  for listener in var.listeners : listener != null\n])}", (string?)variable["validation"]![0]!["condition"]);
        Assert.Equal("listeners.* is null: allowed elements that are not null; leave out what is not there (MAN004). Wrong in ${join(\", \", [for key, listener in var.listeners : key if !(listener != null)])}.", (string?)variable["validation"]![0]!["error_message"]);
        Assert.Equal("${alltrue([\n  for listener in var.listeners : listener.port != null if listener != null\n])}", (string?)variable["validation"]![1]!["condition"]);
        Assert.Equal("listeners.*.port is null: allowed a value, which it must have (MAN005). Wrong in ${join(\", \", [for key, listener in var.listeners : key if listener == null ? false : !(listener.port != null)])}.", (string?)variable["validation"]![1]!["error_message"]);
        Assert.Equal("${alltrue([\n  for listener in var.listeners : listener.port == null ? true : listener.port >= 1 && listener.port <= 65535 if listener != null\n])}", (string?)variable["validation"]![2]!["condition"]);
        Assert.Equal("listeners.*.port is out of range: allowed 1 to 65535 (LSN180). Wrong in ${join(\", \", [for key, listener in var.listeners : key if listener == null ? false : !(listener.port == null ? true : listener.port >= 1 && listener.port <= 65535)])}.", (string?)variable["validation"]![2]!["error_message"]);
    }

    [Fact]
    public void A_variable_of_secrets_is_sensitive()
    {
        var secrets = new VariableAttribute("secrets", new MapType(ScalarType.Text with { IsSecret = true }, "secret"), false, new JsonObject(), "The secrets.");

        var variable = ModuleJson.Files(new PublishedModule(new Renamed(), [secrets], [], new JsonObject { ["output"] = new JsonObject() }))["variables"]["variable"]!["secrets"]!;

        Assert.Equal("map(string)", (string?)variable["type"]);
        Assert.True((bool?)variable["sensitive"]);
    }

    [Fact]
    public void Types_are_read_as_they_are_written()
    {
        var type = new MapType(new ObjectType([new("a", new ListType(ScalarType.Text), true, null, ""), new("b", new ObjectType([new("c", ScalarType.Boolean, false, true, "")]), false, new JsonObject(), "")]), "x");

        Assert.Empty(TypeComparison.Of("x", TypeReader.Read(TypeText.Of(type)), TypeReader.Read(TypeText.Of(type))));
        Assert.Equal(["a", "b"], ((ObjectType)((MapType)TypeReader.Read(TypeText.Of(type))).Element).Attributes.Select(attribute => attribute.Name));
    }

    private sealed class Renamed : ModuleDefinition
    {
        internal override string Name => "balancer";

        internal override string Purpose => "Balances.";

        internal override IReadOnlyList<(string From, string To)> Renames => [("aws_lb.balancer", "aws_lb.this")];

        internal override void Build(ModuleBuilder module)
        {
        }
    }
}
