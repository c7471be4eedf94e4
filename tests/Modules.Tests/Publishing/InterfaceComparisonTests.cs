using System.Text.Json.Nodes;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Publishing;

public sealed class InterfaceComparisonTests
{
    private const string Before = """
        {
          "terraform": { "required_version": ">= 1.11.0", "required_providers": { "aws": { "source": "hashicorp/aws", "version": ">= 5.100.0" } } },
          "variable": {
            "name": { "type": "string", "description": "n", "nullable": false },
            "port": { "type": "number", "description": "p", "default": 80, "nullable": false, "validation": [{ "condition": "${var.port > 0}", "error_message": "A port is above 0." }] },
            "note": { "type": "string", "description": "n", "default": null },
            "listeners": { "type": "map(object({\n  port = number\n  policy = optional(string, \"a\")\n  rules = optional(list(object({\n    path = string\n  })), [])\n}))", "description": "l", "default": {} }
          },
          "resource": { "aws_lb": { "this": {} }, "aws_lb_listener": { "this": { "for_each": "${var.listeners}" } } },
          "output": { "arn": { "value": "${aws_lb.this.arn}", "description": "a" } }
        }
        """;

    [Theory]
    [InlineData("/variable/note", null, "Breaks variable.note is gone")]
    [InlineData("/variable/new", """{ "type": "string" }""", "Breaks variable.new is new, and must be given")]
    [InlineData("/variable/new", """{ "type": "string", "default": "" }""", "Adds variable.new is new")]
    [InlineData("/variable/port/default", null, "Breaks variable.port has no default any more, so it must be given")]
    [InlineData("/variable/port/default", "443", "Risky variable.port has another default: 80 before, 443 now")]
    [InlineData("/variable/note/nullable", "false", "Breaks variable.note may not be null any more")]
    [InlineData("/variable/port/nullable", "true", "Adds variable.port may be null")]
    [InlineData("/variable/note/sensitive", "true", "Risky variable.note is sensitive now")]
    [InlineData("/variable/port/type", "\"string\"", "Risky variable.port is a string now, which what was given is converted to")]
    [InlineData("/variable/name/type", "\"number\"", "Breaks variable.name is a number, before a string")]
    [InlineData("/variable/name/type", "\"list(string)\"", "Breaks variable.name is a list, before a string")]
    [InlineData("/variable/listeners/type", "\"map(object({\\n  port = number\\n  policy = optional(string, \\\"a\\\")\\n}))\"", "Breaks variable.listeners.*.rules is gone, and is ignored where it is given")]
    [InlineData("/variable/listeners/type", "\"map(object({ port = number, policy = optional(string, \\\"a\\\"), rules = optional(list(object({ path = string, host = string })), []) }))\"", "Breaks variable.listeners.*.rules[].host is new, and must be given")]
    [InlineData("/variable/listeners/type", "\"map(object({\\n  port = number\\n  policy = optional(string, \\\"b\\\")\\n  rules = optional(list(object({\\n    path = string\\n  })), [])\\n}))\"", "Risky variable.listeners.*.policy has another default: \"a\" before, \"b\" now")]
    [InlineData("/variable/listeners/type", "\"map(object({\\n  port = optional(number)\\n  policy = string\\n  rules = optional(list(object({\\n    path = string\\n  })), [])\\n}))\"", "Adds variable.listeners.*.port need not be given any more; Breaks variable.listeners.*.policy must be given now")]
    [InlineData("/variable/port/validation", null, "Adds variable.port has lost a validation: A port is above 0.")]
    [InlineData("/variable/port/validation/0/condition", "\"${var.port > 1}\"", "Breaks variable.port has a validation that it did not have: A port is above 0. [${var.port > 1}]; Adds variable.port has lost a validation: A port is above 0.")]
    [InlineData("/output/arn", null, "Breaks output.arn is gone")]
    [InlineData("/output/arn/sensitive", "true", "Breaks output.arn is sensitive now, so whoever shows it must say so")]
    [InlineData("/output/new", """{ "value": "x" }""", "Adds output.new is new")]
    [InlineData("/resource/aws_lb", null, "Breaks aws_lb.this is gone without a moved block, so it is destroyed")]
    [InlineData("/resource/aws_lb/this/count", "\"${1}\"", "Breaks aws_lb.this has other keys: none before, count now")]
    [InlineData("/resource/aws_lb_listener/this/for_each", "\"${local.all}\"", "Risky aws_lb_listener.this may be made for other keys")]
    [InlineData("/resource/aws_eip", """{ "this": {} }""", "Adds aws_eip.this is new")]
    [InlineData("/terraform/required_version", "\">= 1.12.0\"", "Breaks terraform.required_version asks for >= 1.12.0, before for >= 1.11.0")]
    public void Each_change_has_its_weight(string place, string? now, string expected)
    {
        var changes = InterfaceComparison.Of(Parse(Before), With(place, now));

        Assert.Equal(expected, string.Join("; ", changes.Select(change => $"{change.Weight} {change.Place} {change.What}")));
    }

    [Fact]
    public void A_resource_that_is_moved_is_not_gone()
    {
        var after = With("/resource/aws_lb", """{ "balancer": {} }""");
        after["moved"] = new JsonArray(new JsonObject { ["from"] = "aws_lb.this", ["to"] = "aws_lb.balancer" });

        Assert.Empty(InterfaceComparison.Of(Parse(Before), after));
    }

    [Fact]
    public void The_same_is_no_change() => Assert.Empty(InterfaceComparison.Of(Parse(Before), Parse(Before)));

    [Theory]
    [InlineData("1.2.3", Weight.Breaks, "2.0.0")]
    [InlineData("0.2.3", Weight.Breaks, "0.3.0")]
    [InlineData("1.2.3", Weight.Risky, "1.3.0")]
    [InlineData("1.2.3", Weight.Adds, "1.3.0")]
    [InlineData("1.2.3", Weight.Fix, "1.2.4")]
    [InlineData("1.2.3", null, "1.2.3")]
    public void The_weightiest_change_decides_on_the_version(string old, Weight? weight, string needed)
    {
        var comparison = new ModuleComparison("web", Version.Parse(old), Version.Parse(old), weight is { } some ? [new(Weight.Fix, "a", "b"), new(some, "c", "d")] : []);

        Assert.Equal(Version.Parse(needed), comparison.Needed);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static JsonObject With(string place, string? value)
    {
        var (all, keys) = (Parse(Before), place.Split('/')[1..]);
        var parent = keys[..^1].Aggregate((JsonNode)all, (node, key) => node is JsonArray array ? array[int.Parse(key)]! : node[key]!);
        if (value is null)
        {
            parent.AsObject().Remove(keys[^1]);
        }
        else
        {
            parent[keys[^1]] = JsonNode.Parse(value);
        }
        return all;
    }
}
