using System.Text.Json.Nodes;

namespace Orchestrator.Hcl.Tests;

public sealed class HclWriterTests
{
    [Fact]
    public Task Every_kind_of_block_value_and_string_has_its_form() => Verify(Write("""
        {
          "terraform": { "required_version": ">= 1.11.0", "required_providers": { "aws": { "source": "hashicorp/aws", "version": ">= 5.100.0" } } },
          "variable": {
            "listeners": {
              "type": "map(object({\n  port = number\n  protocol = optional(string, \"HTTP\")\n  stickiness = optional(object({\n    type = string\n  }))\n}))",
              "description": "The listeners.\n\n- `port`: a port, ${not} an expression.\n",
              "default": {},
              "nullable": false,
              "validation": [
                { "condition": "${alltrue([\n  for key, listener in var.listeners : listener.port >= 1 && listener.port <= 65535\n])}", "error_message": "A port is 1 to 65535." },
                { "condition": "${length(var.listeners) > 0}", "error_message": "None: ${join(\", \", keys(var.listeners))}." }
              ]
            },
            "empty": {}
          },
          "locals": { "numbers": [1, 2.5, -3], "map": { "a": true, "with space": null, "${var.empty}": "x" }, "nested": [{ "a": [] }, {}], "sum": "${1 +\n2}" },
          "data": { "aws_secretsmanager_secret_version": { "this": { "secret_id": "a/b" } } },
          "resource": {
            "aws_lb_target_group": {
              "this": {
                "for_each": "${var.listeners}",
                "name": "${each.key}-\"quoted\"-\\-$${literal}",
                "health_check": { "path": "/" },
                "dynamic": { "stickiness": [{ "for_each": "${each.value.stickiness[*]}", "content": { "type": "${stickiness.value.type}" } }] },
                "lifecycle": { "create_before_destroy": true, "ignore_changes": ["tags"], "precondition": [{ "condition": "${true}", "error_message": "No." }] },
                "depends_on": ["aws_lb.this"]
              }
            },
            "aws_lb_listener": { "this": { "load_balancer_arn": "x", "default_action": [{ "type": "forward", "forward": { "target_group": [{ "arn": "a" }, { "arn": "b" }] } }, { "type": "redirect" }] } }
          },
          "module": { "web": { "source": "./web", "providers": { "aws": "aws.other" }, "names": ["a", "b"] } },
          "output": { "arn": { "value": "${{ for key, group in aws_lb_target_group.this : key => group.arn }}", "description": "The ARNs.", "sensitive": true } },
          "moved": [{ "from": "aws_lb.old", "to": "aws_lb.this" }]
        }
        """), Snapshots.Settings);

    [Theory]
    [InlineData("${var.name}", "var.name")]
    [InlineData("${ var.name }", "var.name")]
    [InlineData("${var.a}${var.b}", "\"${var.a}${var.b}\"")]
    [InlineData("${lookup(var.map, \"a}\", \"${var.b}\")}", "lookup(var.map, \"a}\", \"${var.b}\")")]
    [InlineData("$${var.name}", "\"$${var.name}\"")]
    [InlineData("%{ if true }yes%{ endif }", "\"%{ if true }yes%{ endif }\"")]
    [InlineData("${~ var.name ~}", "\"${~ var.name ~}\"")]
    [InlineData("tab\tquote\"backslash\\", "\"tab\\tquote\\\"backslash\\\\\"")]
    [InlineData("\u0007\u00e4\ud83d\ude00", "\"\\u0007\u00e4\ud83d\ude00\"")]
    [InlineData("one\ntwo", "\"one\\ntwo\"")]
    public void A_template_is_an_expression_where_it_is_nothing_else(string template, string expected) =>
        Assert.Equal($"locals {{\n  value = {expected}\n}}\n", HclWriter.Write(new JsonObject { ["locals"] = new JsonObject { ["value"] = template } }));

    [Theory]
    [InlineData("one\ntwo\n", "<<-EOT\n    one\n    two\n  EOT")]
    [InlineData("one\n\n  two ${1 + 1}\n", "<<-EOT\n    one\n\n      two ${1 + 1}\n  EOT")]
    [InlineData("  one\n  two\n", "<<EOT\n  one\n  two\nEOT")]
    [InlineData("one\nEOT\n", "\"one\\nEOT\\n\"")]
    [InlineData("one\r\ntwo\n", "\"one\\r\\ntwo\\n\"")]
    public void Several_lines_are_a_heredoc_where_that_means_the_same(string text, string expected) =>
        Assert.Equal($"locals {{\n  value = {expected}\n}}\n", HclWriter.Write(new JsonObject { ["locals"] = new JsonObject { ["value"] = text } }));

    [Fact]
    public void A_type_whose_blocks_are_not_known_is_refused()
    {
        var configuration = new JsonObject { ["resource"] = new JsonObject { ["aws_no_such_thing"] = new JsonObject { ["this"] = new JsonObject() } } };

        var refused = Assert.Throws<ArgumentException>(() => HclWriter.Write(configuration));

        Assert.StartsWith("the blocks of resource aws_no_such_thing are not known; add it to hcl/provider-blocks.json", refused.Message);
    }

    private static string Write(string json) => HclWriter.Write(JsonNode.Parse(json)!.AsObject());
}
