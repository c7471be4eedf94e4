using System.Text.Json.Nodes;
using Orchestrator.Modules.Publishing;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Publishing;

[Collection(nameof(Jsii))]
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
          "resource": { "aws_lb": { "this": {} }, "aws_lb_listener": { "this": { "for_each": "${var.listeners}", "lifecycle": { "precondition": [{ "condition": "${true}", "error_message": "A certificate is near.\nGot ${1}." }] } } } },
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
    [InlineData("/resource/aws_lb_listener/this/lifecycle", null, "Adds aws_lb_listener.this has lost a precondition: A certificate is near.")]
    [InlineData("/resource/aws_lb_listener/this/lifecycle/precondition/0/condition", "\"${false}\"", "Breaks aws_lb_listener.this has a precondition that it did not have: A certificate is near. [${false}]; Adds aws_lb_listener.this has lost a precondition: A certificate is near.")]
    [InlineData("/resource/aws_lb_listener/this/lifecycle/precondition/0/error_message", "\"In other words.\"", "")]
    [InlineData("/resource/aws_lb/this/lifecycle", """{ "postcondition": [{ "condition": "${self.internal}", "error_message": "It is internal.\nGot ${self}." }] }""", "Breaks aws_lb.this has a postcondition that it did not have: It is internal. [${self.internal}]")]
    [InlineData("/data", """{ "aws_region": { "current": {} } }""", "Risky data.aws_region.current is new: whoever plans must be allowed to read it")]
    [InlineData("/terraform/required_version", "\">= 1.12.0\"", "Breaks terraform.required_version asks for >= 1.12.0, before for >= 1.11.0")]
    public void Each_change_has_its_weight(string place, string? now, string expected)
    {
        var changes = InterfaceComparison.Of(Parse(Before), With(place, now));

        Assert.Equal(expected, Told(changes));
    }

    [Theory]
    [InlineData("var.port >= 1 && var.port <= 10", "var.port >= 0 && var.port <= 10", "Adds variable.port accepts more: 1 to 10 before, 0 to 10 now")]
    [InlineData("var.port >= 1 && var.port <= 10", "var.port >= 1", "Adds variable.port accepts more: 1 to 10 before, 1 or more now")]
    [InlineData("var.port >= 1 && var.port <= 10", "var.port >= 0 && var.port <= 9", "Breaks variable.port does not accept all that it did: 1 to 10 before, 0 to 9 now")]
    [InlineData("var.port >= 1", "var.port >= 1 && var.port <= 10", "Breaks variable.port does not accept all that it did: 1 or more before, 1 to 10 now")]
    [InlineData("var.port == null ? true : var.port >= 1", "var.port >= 1", "Breaks variable.port does not accept all that it did: 1 or more or null before, 1 or more now")]
    [InlineData("var.port >= 1", "var.port == null ? true : var.port >= 1", "Adds variable.port accepts more: 1 or more before, 1 or more or null now")]
    [InlineData("contains([\"a\", \"b\"], var.port)", "contains([\"a\", \"b\", \"c]\"], var.port)", "Adds variable.port accepts more: \"a\", \"b\" before, \"a\", \"b\", \"c]\" now")]
    [InlineData("contains([\"a\", \"b\"], var.port)", "contains([\"b\", \"a\"], var.port)", "")]
    [InlineData("contains([\"a\", \"b\"], var.port)", "contains([\"b\"], var.port)", "Breaks variable.port does not accept all that it did: \"a\", \"b\" before, \"b\" now")]
    [InlineData("length(var.port) <= 5 && can(regex(\"^[a]\", var.port))", "length(var.port) <= 6 && can(regex(\"^[a]\", var.port))", "Adds variable.port accepts more: at most 5 characters before, at most 6 characters now")]
    [InlineData("length(var.port) <= 5 && can(regex(\"^[a]\", var.port))", "length(var.port) <= 4 && can(regex(\"^[a]\", var.port))", "Breaks variable.port does not accept all that it did: at most 5 characters before, at most 4 characters now")]
    [InlineData("length(var.port) <= 5 && can(regex(\"^[a]\", var.port))", "length(var.port) <= 5 && can(regex(\"^[ab]\", var.port))", "Breaks variable.port has a validation that it did not have: m [${length(var.port) <= 5 && can(regex(\"^[ab]\", var.port))}]; Adds variable.port has lost a validation: m")]
    [InlineData("var.port >= 1", "contains([1, 2], var.port)", "Breaks variable.port has a validation that it did not have: m [${contains([1, 2], var.port)}]; Adds variable.port has lost a validation: m")]
    [InlineData("alltrue([\n  for listener in var.listeners : listener.port >= 1\n])", "alltrue([\n  for listener in var.listeners : listener.port >= 0\n])", "Adds variable.listeners.*.port accepts more: 1 or more before, 0 or more now")]
    [InlineData("alltrue([\n  for listener in var.listeners : listener.port >= 1\n])", "alltrue([\n  for listener in var.listeners : listener.policy >= 1\n])", "Breaks variable.port has a validation that it did not have: m [${alltrue([for listener in var.listeners : listener.policy >= 1])}]; Adds variable.port has lost a validation: m")]
    [InlineData("alltrue(flatten([\n  for listener in var.listeners : [\n    for rule in listener.rules : contains([\"a\"], rule.path)\n  ]\n]))", "alltrue(flatten([\n  for listener in var.listeners : [\n    for rule in listener.rules : contains([\"b\"], rule.path)\n  ]\n]))", "Breaks variable.listeners.*.rules.*.path does not accept all that it did: \"a\" before, \"b\" now")]
    public void What_a_validation_accepts_is_compared_where_a_bound_wrote_it(string condition, string conditionNow, string expected)
    {
        var (before, after) = (With("/variable/port/validation", Validation(condition)), With("/variable/port/validation", Validation(conditionNow)));

        Assert.Equal(expected, Told(before, after));
    }

    [Fact]
    public void A_validation_beside_one_that_refuses_no_less_is_no_change()
    {
        var before = With("/variable/port/validation", Validation("var.port >= 1 && var.port <= 10"));
        var after = With("/variable/port/validation", Validation("var.port >= 1 && var.port <= 10", "var.port >= 0"));

        Assert.Empty(Told(before, after));
    }

    [Theory]
    [InlineData("note = optional(string)", "listener.note == null ? true : contains([\"a\"], listener.note)", true)]
    [InlineData("note = optional(string)", "listener.note == null || listener.port == 80", true)]
    [InlineData("note = optional(string)", "contains([\"a\"], listener.note)", false)]
    [InlineData("note = optional(string)", "listener.port == null || listener.note == null", false)]
    [InlineData("note = optional(string, \"a\")", "contains([\"a\"], listener.note)", true)]
    [InlineData("note = optional(string, \"b\")", "contains([\"a\"], listener.note)", false)]
    [InlineData("note = optional(number, 5)", "listener.note >= 1 && listener.note <= 5", true)]
    [InlineData("note = optional(number, 6)", "listener.note >= 1 && listener.note <= 5", false)]
    [InlineData("note = string", "contains([\"a\"], listener.note)", false)]
    [InlineData("note = optional(object({ a = optional(number, 5) }), {})", "listener.note.a >= 1", true)]
    [InlineData("note = optional(object({ a = optional(number) }), {})", "listener.note.a >= 1", false)]
    [InlineData("", "listener.port >= 0", false)]
    public void A_validation_of_what_is_new_and_need_not_be_given_breaks_nothing(string attribute, string condition, bool isHeld) =>
        Assert.NotEqual(isHeld, Added(attribute, $"alltrue([\n  for listener in var.listeners : {condition}\n])").Contains("has a validation that it did not have", StringComparison.Ordinal));

    [Theory]
    [InlineData("notes = optional(list(number), [])", "listener.notes", true)]
    [InlineData("notes = optional(list(number), [5])", "listener.notes", false)]
    [InlineData("notes = optional(number)", "listener.notes[*]", true)]
    public void What_is_repeated_over_something_new_and_empty_breaks_nothing(string attribute, string collection, bool isHeld) =>
        Assert.NotEqual(isHeld, Added(attribute, $"alltrue(flatten([\n  for listener in var.listeners : [\n    for note in {collection} : note >= 1\n  ]\n]))").Contains("has a validation that it did not have", StringComparison.Ordinal));

    [Fact]
    public void Every_bound_of_every_module_is_read_again_so_that_none_is_compared_as_text_alone()
    {
        var bounds = MadeModules.All.SelectMany(module => module.Variables).SelectMany(Bound.Of).ToList();

        Assert.NotEmpty(bounds);
        Assert.All(bounds, bound =>
        {
            var read = ValidationCondition.Read($"${{{bound.Condition}}}");
            Assert.Equal(string.Join('.', bound.Path).Replace("[]", "*", StringComparison.Ordinal), read.Path);
            Assert.NotNull(read.Accepted);
        });
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

    private static string Told(IEnumerable<ModuleChange> changes) => string.Join("; ", changes.Select(change => $"{change.Weight} {change.Place} {change.What}"));

    private static string Told(JsonObject before, JsonObject after) => Told(InterfaceComparison.Of(before, after));

    /// <summary>What is told of a listener's new attribute and of a validation that comes with it.</summary>
    private static string Added(string attribute, string condition)
    {
        var after = Parse(Before);
        after["variable"]!["listeners"]!["type"] = ((string)after["variable"]!["listeners"]!["type"]!).Replace("port = number", $"port = number\n{attribute}", StringComparison.Ordinal);
        after["variable"]!["listeners"]!["validation"] = JsonNode.Parse(Validation(condition));
        return Told(Parse(Before), after);
    }

    private static string Validation(params IEnumerable<string> conditions) =>
        new JsonArray([.. conditions.Select(condition => new JsonObject { ["condition"] = $"${{{condition}}}", ["error_message"] = "m" })]).ToJsonString();

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
