using Orchestrator.Diagram;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Output;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Tests.Masking;

/// <summary>A value that must not be shown, put into every place where a plan can hold one.</summary>
public sealed class SecretTests
{
    private const string Canary = "c4n4ry-in-the-coal-mine";

    [Theory]
    [InlineData("an attribute that is sensitive before", """{ "aws_lb.a": { "actions": "update", "before": { "name": "CANARY" }, "after": { "name": "CANARY" }, "before_sensitive": { "name": true } } }""")]
    [InlineData("an attribute that becomes sensitive now", """{ "aws_lb.a": { "actions": "update", "before": { "name": "CANARY", "x": 1 }, "after": { "name": "CANARY2", "x": 2 }, "after_sensitive": { "name": true } } }""")]
    [InlineData("an attribute that is no longer sensitive", """{ "aws_lb.a": { "actions": "update", "before": { "name": "CANARY", "x": 1 }, "after": { "name": "CANARY2", "x": 2 }, "before_sensitive": { "name": true } } }""")]
    [InlineData("a whole resource", """{ "aws_eip.a": { "actions": "delete", "before": { "public_ip": "CANARY" }, "before_sensitive": true } }""")]
    [InlineData("an element of a set whose places differ", """{ "aws_lb_listener_rule.a": { "actions": "update", "before": { "priority": 1, "condition": [{ "host_header": [{ "values": ["CANARY"] }] }, { "path_pattern": [{ "values": ["/a"] }] }] }, "after": { "priority": 1, "condition": [{ "path_pattern": [{ "values": ["/b"] }] }, { "host_header": [{ "values": ["CANARY2"] }] }] }, "before_sensitive": { "condition": [{ "host_header": true }] } } }""")]
    [InlineData("an unmarked attribute of the same value elsewhere", """{ "aws_x.a": { "actions": "no-op", "before": { "v": "CANARY" }, "before_sensitive": { "v": true } }, "aws_eip.b": { "actions": "delete", "before": { "public_ip": "CANARY" } } }""")]
    [InlineData("an unmarked attribute that contains it", """{ "aws_x.a": { "actions": "no-op", "before": { "v": "CANARY" }, "before_sensitive": { "v": true } }, "aws_lb.b": { "actions": "update", "before": { "name": "https://user:CANARY@host/" }, "after": { "name": "CANARY/CANARY" } } }""")]
    [InlineData("an attribute whose name says so", """{ "aws_lambda_function.a": { "actions": "update", "before": { "environment": [{ "variables": { "A": "1" } }] }, "after": { "environment": [{ "variables": { "A": "CANARY" } }] } } }""")]
    [InlineData("a listener's client secret", """{ "aws_lb_listener.a": { "actions": "update", "before": { "default_action": [{ "type": "authenticate-oidc", "authenticate_oidc": [{ "client_secret": "x" }] }] }, "after": { "default_action": [{ "type": "authenticate-oidc", "authenticate_oidc": [{ "client_secret": "CANARY" }] }] } } }""")]
    [InlineData("a key of a map", """{ "aws_x.a": { "actions": "no-op", "before": { "v": "CANARY" }, "before_sensitive": { "v": true } }, "aws_lb.b": { "actions": "update", "before": { "m": {} }, "after": { "m": { "CANARY": "1" } } } }""")]
    [InlineData("an address", """{ "aws_x.a": { "actions": "no-op", "before": { "v": "CANARY" }, "before_sensitive": { "v": true } }, "aws_eip.b[\"CANARY\"]": { "actions": "delete", "before": {} } }""")]
    public void A_secret_in_a_change_is_in_no_output(string place, string changes) => AssertHidden(place, Given.Changes(changes.Replace("CANARY", Canary)));

    [Theory]
    [InlineData("an output", "\"plan\": { \"output_changes\": { \"o\": { \"actions\": [\"update\"], \"before\": \"x\", \"after\": \"CANARY\", \"before_sensitive\": false, \"after_sensitive\": true } } }")]
    [InlineData("an output whose name says so", "\"plan\": { \"output_changes\": { \"password\": { \"actions\": [\"create\"], \"after\": \"CANARY\" } } }")]
    [InlineData("a variable, repeated by an attribute", "\"plan\": { \"variables\": { \"v\": { \"value\": \"CANARY\" } }, \"configuration\": { \"root_module\": { \"variables\": { \"v\": { \"sensitive\": true } } } } }")]
    [InlineData("a variable's default, repeated by an attribute", "\"plan\": { \"configuration\": { \"root_module\": { \"variables\": { \"v\": { \"sensitive\": true, \"default\": \"CANARY\" } } } } }")]
    [InlineData("a provider's credentials, repeated by an attribute", "\"plan\": { \"configuration\": { \"provider_config\": { \"aws\": { \"expressions\": { \"secret_key\": { \"constant_value\": \"CANARY\" } } } } } }")]
    [InlineData("a data source of the prior state, repeated by an attribute", "\"plan\": { \"prior_state\": { \"values\": { \"root_module\": { \"child_modules\": [{ \"resources\": [{ \"values\": { \"secret_string\": \"CANARY\" }, \"sensitive_values\": { \"secret_string\": true } }] }] } } } }")]
    [InlineData("an output of the prior state, repeated by an attribute", "\"plan\": { \"prior_state\": { \"values\": { \"outputs\": { \"o\": { \"sensitive\": true, \"value\": { \"deep\": [\"CANARY\"] } } } } } }")]
    [InlineData("a planned value, repeated by an attribute", "\"plan\": { \"planned_values\": { \"root_module\": { \"resources\": [{ \"values\": { \"p\": \"CANARY\" }, \"sensitive_values\": { \"p\": true } }] } } }")]
    [InlineData("drift", "\"drift\": { \"aws_lb.d\": { \"actions\": \"update\", \"before\": { \"name\": \"x\" }, \"after\": { \"name\": \"CANARY\" }, \"after_sensitive\": { \"name\": true } } }")]
    [InlineData("a change that is left to a later plan", "\"deferred\": { \"aws_lb.d\": { \"actions\": \"update\", \"before\": { \"name\": \"x\" }, \"after\": { \"name\": \"CANARY\" }, \"after_sensitive\": { \"name\": true } } }")]
    [InlineData("the message of a check", "\"plan\": { \"checks\": [{ \"address\": { \"to_display\": \"check.c\" }, \"status\": \"fail\", \"instances\": [{ \"problems\": [{ \"message\": \"got CANARY.\" }] }] }], \"variables\": { \"v\": { \"value\": \"CANARY\" } }, \"configuration\": { \"root_module\": { \"variables\": { \"v\": { \"sensitive\": true } } } } }")]
    public void A_secret_beside_the_changes_is_in_no_output(string place, string rest) =>
        AssertHidden(place, Given.Changes(place.Contains("repeated", StringComparison.Ordinal) ? $$"""{ "aws_lb.b": { "actions": "update", "before": { "name": "{{Canary}}" }, "after": { "name": "x" } } }""" : "{}", rest.Replace("CANARY", Canary)));

    [Fact]
    public void What_is_hidden_is_still_told_to_change()
    {
        var review = Given.Review(Given.Changes("""{ "aws_lb.a": { "actions": "update", "before": { "name": "one" }, "after": { "name": "two" }, "after_sensitive": { "name": true } } }"""));

        Assert.Contains(new("name", "(sensitive)", "(sensitive)"), Assert.Single(review.Changes).Attributes);
    }

    private static void AssertHidden(string place, string plan)
    {
        Assert.Contains(Canary, plan, StringComparison.Ordinal);
        Assert.All(Everything(Given.Review(plan)), text => Assert.DoesNotContain(Canary, text, StringComparison.Ordinal));
        Assert.NotEmpty(place);
    }

    /// <summary>Every format, and what the formats are made from.</summary>
    internal static IEnumerable<string> Everything(PlanReview review) =>
    [
        ReviewText.Of(review),
        ReviewMarkdown.Of(review),
        ReviewJson.Of(review),
        ReviewSarif.Of(review, PlanRules.All, "plan.json"),
        ReviewHtml.Of(review),
        Mermaid.Of(review.Picture),
        string.Join('\n', review.Picture.Nodes.Select(node => node.Label)),
    ];
}
