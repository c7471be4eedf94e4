using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Orchestrator.Review.Output;
using Orchestrator.Review.Tests.Masking;

namespace Orchestrator.Review.Tests.Findings;

/// <summary>What holds for every plan, tried on changed copies of the recorded ones.</summary>
public sealed partial class ReviewProperties
{
    private static readonly IReadOnlyList<string> Plans = [.. RealPlans.CaseFile.Names.Select(RealPlans.RecordedPlan.Text).Where(plan => Leaves(JsonNode.Parse(plan)!, "before", "after").Exists(IsOfChange))];

    [Fact]
    public void Whatever_value_is_marked_as_sensitive_is_in_no_output() => Prop.ForAll(Places(), place =>
    {
        const string Canary = "c4n4ry-in-the-coal-mine";
        var plan = JsonNode.Parse(Plans[place.Plan])!;
        var leaf = Pick(Leaves(plan, "before", "after"), place.Leaf);
        Mark(leaf, place.Mark);
        leaf.ReplaceWith(Canary);

        return SecretTests.Everything(Given.Review(plan.ToJsonString())).All(text => !text.Contains(Canary, StringComparison.Ordinal));
    }).Hold(60);

    [Fact]
    public void The_fingerprint_changes_with_any_value_of_what_changes() => Prop.ForAll(Places(), place =>
    {
        var plan = JsonNode.Parse(Plans[place.Plan])!;
        var before = Given.Review(plan.ToJsonString()).Fingerprint;
        var leaf = Pick([.. Leaves(plan, "before", "after").Where(IsOfChange)], place.Leaf);
        leaf.ReplaceWith($"{leaf}-another");

        return Given.Review(plan.ToJsonString()).Fingerprint != before;
    }).Hold(100);

    [Fact]
    public void The_fingerprint_does_not_change_with_the_order_of_sets_resources_and_members_nor_with_the_time() => Prop.ForAll(Places(), place =>
    {
        var plan = JsonNode.Parse(Plans[place.Plan])!.AsObject();
        var before = Given.Review(plan.ToJsonString()).Fingerprint;
        plan["timestamp"] = "2030-01-15T00:00:00Z";
        plan["terraform_version"] = "1.12.0";
        var changes = plan["resource_changes"]!.AsArray();
        plan["resource_changes"] = new JsonArray([.. changes.Reverse().Select(change => change!.DeepClone())]);
        foreach (var change in plan["resource_changes"]!.AsArray())
        {
            foreach (var side in new[] { "before", "after" }.Where(side => change!["change"]![side] is JsonObject))
            {
                Reverse(change!["change"]![side]!.AsObject(), (string)change["type"]!, change["change"]!);
            }
        }

        return Given.Review(plan.ToJsonString()).Fingerprint == before;
    }).Hold(Plans.Count);

    [Fact]
    public void Markdown_stays_within_its_budget_and_never_ends_inside_a_block() => Prop.ForAll(Budgets(), budget =>
    {
        var review = Given.Review(Joined(budget.Plans));

        var page = ReviewMarkdown.Of(review, "stack", budget.Most);

        return page.Length <= budget.Most
            && DetailsOpen().Count(page) == DetailsClose().Count(page)
            && Fence().Count(page) % 2 == 0
            && page.EndsWith("</code></sub>\n", StringComparison.Ordinal);
    }).Hold(60);

    private static Arbitrary<Place> Places() =>
        (from plan in Gen.Choose(0, Plans.Count - 1) from leaf in Gen.Choose(0, 10_000) from mark in Gen.Choose(0, 3) select new Place(plan, leaf, mark)).ToArbitrary();

    private static Arbitrary<Budget> Budgets() =>
        (from plans in Gen.Choose(0, Plans.Count - 1).ArrayOf(20) from most in Gen.Choose(ReviewMarkdown.LeastBudget, 30_000) select new Budget(plans, most)).ToArbitrary();

    /// <summary>Several plans as the modules of one.</summary>
    private static string Joined(IReadOnlyList<int> plans) => new JsonObject
    {
        ["format_version"] = "1.2",
        ["resource_changes"] = new JsonArray([.. plans.SelectMany((plan, index) => JsonNode.Parse(Plans[plan].Replace("\"address\": \"", $"\"address\": \"module.m{index}.", StringComparison.Ordinal))!["resource_changes"]!.AsArray().Select(change => change!.DeepClone()))]),
    }.ToJsonString();

    /// <summary>The strings of the sides of changes.</summary>
    private static List<JsonNode> Leaves(JsonNode plan, params IReadOnlyList<string> sides) =>
        [.. plan["resource_changes"]!.AsArray().SelectMany(change => sides.Select(side => change!["change"]![side])).OfType<JsonNode>().SelectMany(Strings)];

    private static IEnumerable<JsonNode> Strings(JsonNode node) => node switch
    {
        JsonObject json => json.Select(member => member.Value).OfType<JsonNode>().SelectMany(Strings),
        JsonArray array => array.OfType<JsonNode>().SelectMany(Strings),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [value],
        _ => [],
    };

    private static JsonNode Pick(IReadOnlyList<JsonNode> leaves, int number) => leaves[number % leaves.Count];

    private static bool IsOfChange(JsonNode leaf)
    {
        JsonNode node = leaf;
        while (!IsChange(node))
        {
            node = node.Parent!;
        }
        return (string)node["actions"]![0]! is not ("no-op" or "read");
    }

    private static bool IsChange(JsonNode node) => node is JsonObject json && json.ContainsKey("actions");

    /// <summary>Marks a value as sensitive, or one of the objects that it is in.</summary>
    private static void Mark(JsonNode leaf, int upwards)
    {
        var path = new List<object>();
        JsonNode node = leaf;
        while (node.Parent is { } parent && !IsChange(parent))
        {
            path.Insert(0, node.Parent! is JsonArray ? node.GetElementIndex() : node.GetPropertyName());
            node = node.Parent!;
        }
        JsonNode mark = true;
        foreach (var step in Enumerable.Reverse(path.Take(Math.Max(1, path.Count - upwards))))
        {
            mark = step is int index ? new JsonArray([.. Enumerable.Repeat(0, index).Select(_ => (JsonNode)new JsonObject()), mark]) : new JsonObject { [(string)step] = mark };
        }
        node.Parent![$"{node.GetPropertyName()}_sensitive"] = mark;
    }

    private static void Reverse(JsonObject side, string type, JsonNode change)
    {
        foreach (var (name, value) in side.ToList())
        {
            // The marks of what is unknown lie beside the values in the same order.
            if (value is JsonArray { Count: > 1 } array && Orchestrator.Review.Plans.SetAttributes.Has(type, name) && change["after_unknown"]?[name] is null)
            {
                side[name] = new JsonArray([.. array.Reverse().Select(item => item?.DeepClone())]);
            }
        }
    }

    private sealed record Place(int Plan, int Leaf, int Mark);

    private sealed record Budget(IReadOnlyList<int> Plans, int Most);

    [GeneratedRegex("<details>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DetailsOpen();

    [GeneratedRegex("</details>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DetailsClose();

    [GeneratedRegex("^```", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fence();
}
