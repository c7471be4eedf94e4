using Orchestrator.Review.Findings;
using Orchestrator.Review.Output;

namespace Orchestrator.Review.Tests.Findings;

/// <summary>Actions of Terraform 1.14: a plan can do something without a change of a resource.</summary>
public sealed class InvocationTests
{
    private const string Eip = """{ "aws_eip.a": { "before": { "id": "eipalloc-1" } } }""";
    private const string Invocation = """{ "address": "action.aws_lambda_invoke.sync", "type": "aws_lambda_invoke", "provider_name": "registry.terraform.io/hashicorp/aws", "config_values": { "function_name": "sync" }, "lifecycle_action_trigger": { "triggering_resource_address": "aws_eip.a", "action_trigger_event": "AfterUpdate", "action_trigger_block_index": 0, "actions_list_index": 0 } }""";
    private static readonly string Other = Invocation.Replace("sync", "stop", StringComparison.Ordinal);

    [Fact]
    public void A_plan_that_only_invokes_an_action_changes_something_and_says_what()
    {
        var review = Review($"[{Invocation}]");

        Assert.True(review.HasChanges);
        Assert.Equal(new("action.aws_lambda_invoke.sync", "invoke", "after update of aws_eip.a"), review.Changes.Select(change => (change.Address, change.Action, change.Reason)).Single());
        Assert.Contains("function_name: (none) → sync", ReviewText.Of(review), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_of_a_plan_comes_from_its_actions_too()
    {
        string[] plans =
        [
            Review("[]").Fingerprint,
            Review($"[{Invocation}]").Fingerprint,
            Review($"[{Invocation.Replace("AfterUpdate", "BeforeUpdate", StringComparison.Ordinal)}]").Fingerprint,
            Review($"[{Invocation.Replace("\"function_name\": \"sync\"", "\"function_name\": \"stop\"", StringComparison.Ordinal)}]").Fingerprint,
            Review($"[{Invocation}, {Other}]").Fingerprint,
            Given.Review(Given.Changes(Eip, $"\"plan\": {{ \"deferred_action_invocations\": [{{ \"reason\": \"unknown\", \"action_invocation\": {Invocation} }}] }}")).Fingerprint,
        ];

        Assert.Equal(plans.Length, plans.Distinct().Count());
    }

    [Fact]
    public void The_order_in_which_actions_are_listed_is_no_difference() =>
        Assert.Equal(Review($"[{Invocation}, {Other}]").Fingerprint, Review($"[{Other}, {Invocation}]").Fingerprint);

    [Fact]
    public void A_plan_imports_by_an_id_and_deletes_what_is_deposed_by_its_key()
    {
        static string Fingerprint(string member) => Given.Review($$"""{"format_version":"1.2","resource_changes":[{"address":"aws_eip.a","type":"aws_eip","name":"a",{{member}}}]}""").Fingerprint;

        Assert.NotEqual(Fingerprint("""
            "change":{"actions":["no-op"],"importing":{"id":"eipalloc-1"}}
            """), Fingerprint("""
            "change":{"actions":["no-op"],"importing":{"id":"eipalloc-2"}}
            """));
        Assert.NotEqual(Fingerprint("""
            "deposed":"a","change":{"actions":["delete"]}
            """), Fingerprint("""
            "deposed":"b","change":{"actions":["delete"]}
            """));
    }

    private static PlanReview Review(string invocations) => Given.Review(Given.Changes(Eip, $"\"plan\": {{ \"action_invocations\": {invocations} }}"));
}
