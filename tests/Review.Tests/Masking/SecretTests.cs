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
    [InlineData("the side of a rule's condition that is not marked", """{ "aws_lb_listener_rule.a": { "actions": "update", "before": { "priority": 1, "condition": [{ "http_header": [{ "http_header_name": "X-Origin-Verify", "values": ["CANARY"] }] }] }, "after": { "priority": 1, "condition": [{ "http_header": [{ "http_header_name": "X-Origin-Verify", "values": ["CANARY2"] }] }] }, "after_sensitive": { "condition": true } } }""")]
    [InlineData("the side of a list that is not marked", """{ "aws_route53_record.a": { "actions": "update", "before": { "name": "a", "type": "TXT", "records": ["CANARY"] }, "after": { "name": "a", "type": "TXT", "records": ["CANARY2", "x"] }, "after_sensitive": { "records": [true, false] } } }""")]
    [InlineData("the other side of a mark, repeated by another resource", """{ "aws_x.a": { "actions": "update", "before": { "v": "CANARY" }, "after": { "v": "x" }, "after_sensitive": { "v": true } }, "aws_lb.b": { "actions": "update", "before": { "name": "CANARY" }, "after": { "name": "y" } } }""")]
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
    [InlineData("an argument of an action", "\"plan\": { \"action_invocations\": [{ \"address\": \"action.aws_lambda_invoke.a\", \"config_values\": { \"payload\": \"CANARY\" }, \"config_sensitive\": { \"payload\": true } }] }")]
    [InlineData("an argument of a deferred action", "\"plan\": { \"deferred_action_invocations\": [{ \"reason\": \"x\", \"action_invocation\": { \"address\": \"action.aws_lambda_invoke.a\", \"config_values\": { \"payload\": { \"deep\": \"CANARY\" } }, \"config_sensitive\": { \"payload\": true } } }] }")]
    [InlineData("an action whose argument repeats a resource's", "\"plan\": { \"action_invocations\": [{ \"address\": \"action.x.a\", \"config_values\": { \"p\": \"CANARY\" } }], \"variables\": { \"v\": { \"value\": \"CANARY\" } }, \"configuration\": { \"root_module\": { \"variables\": { \"v\": { \"sensitive\": true } } } } }")]
    [InlineData("drift", "\"drift\": { \"aws_lb.d\": { \"actions\": \"update\", \"before\": { \"name\": \"x\" }, \"after\": { \"name\": \"CANARY\" }, \"after_sensitive\": { \"name\": true } } }")]
    [InlineData("a change that is left to a later plan", "\"deferred\": { \"aws_lb.d\": { \"actions\": \"update\", \"before\": { \"name\": \"x\" }, \"after\": { \"name\": \"CANARY\" }, \"after_sensitive\": { \"name\": true } } }")]
    [InlineData("the message of a check", "\"plan\": { \"checks\": [{ \"address\": { \"to_display\": \"check.c\" }, \"status\": \"fail\", \"instances\": [{ \"problems\": [{ \"message\": \"got CANARY.\" }] }] }], \"variables\": { \"v\": { \"value\": \"CANARY\" } }, \"configuration\": { \"root_module\": { \"variables\": { \"v\": { \"sensitive\": true } } } } }")]
    public void A_secret_beside_the_changes_is_in_no_output(string place, string rest) =>
        AssertHidden(place, Given.Changes(place.Contains("repeated", StringComparison.Ordinal) ? $$"""{ "aws_lb.b": { "actions": "update", "before": { "name": "{{Canary}}" }, "after": { "name": "x" } } }""" : "{}", rest.Replace("CANARY", Canary)));

    [Theory]
    [InlineData("a short value", "\"80\"", "8", "80")]
    [InlineData("a word", "\"production\"", "x", "production")]
    [InlineData("a port", "8080", "1", "8080")]
    public void What_is_common_is_hidden_in_its_place_only(string what, string secret, string before, string after)
    {
        var review = Given.Review(Given.Changes($$"""{ "aws_x.a": { "actions": "update", "before": { "v": 1 }, "after": { "v": {{secret}} }, "after_sensitive": { "v": true } }, "aws_lb.b": { "actions": "update", "before": { "name": "{{before}}" }, "after": { "name": "{{after}}" } } }"""));

        Assert.NotEmpty(what);
        Assert.Equal(["v: (sensitive) → (sensitive)", $"name: {before} → {after}"], review.Changes.OrderByDescending(change => change.Address, StringComparer.Ordinal).SelectMany(change => change.Attributes).Select(attribute => $"{attribute.Path}: {attribute.Before} → {attribute.After}"));
    }

    [Fact]
    public void What_the_configuration_states_beside_a_secret_is_shown_where_it_is_not_marked()
    {
        var review = Given.Review(Given.Changes(
            """{ "aws_lb_listener_rule.a": { "before": { "condition": [{ "host_header": [{ "values": ["api.example.com"] }] }, { "http_header": [{ "values": ["c4n4ry-in-the-coal-mine"] }] }] }, "before_sensitive": { "condition": true } }, "aws_route53_record.b": { "actions": "update", "before": { "name": "x.example.com" }, "after": { "name": "api.example.com" } } }""",
            """ "configured": { "aws_lb_listener_rule.a": { "condition": [{ "host_header": [{ "values": { "constant_value": ["api.example.com"] } }] }, { "http_header": [{ "values": { "references": ["var.secret"] } }] }] } }"""));

        Assert.Contains(new("name", "x.example.com", "api.example.com"), Assert.Single(review.Changes).Attributes);
    }

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
