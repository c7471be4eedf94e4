using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Review;
using Orchestrator.Review.Findings;
using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>The changes out of a plan of many, each as Terraform would plan it if it were the only one.</summary>
internal sealed class PlansOfOne
{
    private static readonly Reviewer Reviewer = new(PlanRules.All);
    private readonly JsonNode _plan;
    private readonly ILookup<(string Stack, int Case), JsonNode> _changes;
    private readonly ILookup<(string Stack, int Case), JsonNode> _configured;

    /// <param name="plan">The plan of many: what belongs to one change has its number at the end of its name.</param>
    internal PlansOfOne(JsonNode plan)
    {
        _plan = plan;
        _changes = plan["resource_changes"]!.AsArray().ToLookup(change => (((string)change!["module_address"]!)["module.".Length..], Copies.IndexOf((string)change!["name"]!)), change => change!);
        _configured = plan["configuration"]!["root_module"]!["module_calls"]!.AsObject()
            .SelectMany(call => (call.Value!["module"]!["resources"] as JsonArray ?? []).Select(resource => (Stack: call.Key, Resource: resource!)))
            .ToLookup(pair => (pair.Stack, Copies.IndexOf((string)pair.Resource["name"]!)), pair => pair.Resource);
    }

    /// <summary>What the review says of one.</summary>
    internal PlanReview Review(ChangeCase change, int index)
    {
        var call = _plan["configuration"]!["root_module"]!["module_calls"]![change.Stack]!;
        var json = new JsonObject
        {
            ["format_version"] = _plan["format_version"]!.DeepClone(),
            ["terraform_version"] = _plan["terraform_version"]!.DeepClone(),
            ["complete"] = true,
            ["resource_changes"] = Alone(_changes, change, index),
            ["configuration"] = new JsonObject
            {
                ["provider_config"] = _plan["configuration"]!["provider_config"]!.DeepClone(),
                ["root_module"] = new JsonObject
                {
                    ["module_calls"] = new JsonObject { [change.Stack] = new JsonObject { ["source"] = call["source"]!.DeepClone(), ["module"] = new JsonObject { ["resources"] = Alone(_configured, change, index) } } },
                },
            },
        };
        return Reviewer.Review(PlanReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(json.ToJsonString()))));
    }

    /// <summary>The change's own resources, and of the stack what it does not change.</summary>
    private static JsonArray Alone(ILookup<(string Stack, int Case), JsonNode> resources, ChangeCase change, int index) =>
    [
        .. resources[(change.Stack, -1)].Where(resource => !change.Changed.Contains($"{resource["type"]}.{resource["name"]}")).Select(resource => resource.DeepClone()),
        .. resources[(change.Stack, index)].Select(resource => JsonNode.Parse(Copies.Original(resource.ToJsonString()))),
    ];
}
