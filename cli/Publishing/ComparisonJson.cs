using System.Text.Json.Nodes;
using Orchestrator.Cli.Output;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Cli.Publishing;

/// <summary>What changes for the users of modules, for programs. docs/publish.md describes the format; members are added, never changed.</summary>
internal static class ComparisonJson
{
    /// <summary>Every module with its changes.</summary>
    internal static string Of(IReadOnlyList<ModuleComparison> comparisons) => new JsonObject
    {
        ["formatVersion"] = 1,
        ["modules"] = new JsonArray([.. comparisons.Select(Of)]),
    }.ToJsonString(ReadableJson.Options) + "\n";

    private static JsonObject Of(ModuleComparison comparison) => new()
    {
        ["module"] = comparison.Name,
        ["publishedVersion"] = comparison.Old?.ToString(),
        ["version"] = $"{comparison.New}",
        ["neededVersion"] = $"{comparison.Needed}",
        ["isEnough"] = comparison.IsEnough,
        ["changes"] = new JsonArray([.. comparison.Changes.Select(Of)]),
    };

    private static JsonObject Of(ModuleChange change) => new()
    {
        ["weight"] = ComparisonText.Weight(change),
        ["place"] = change.Place,
        ["what"] = change.What,
        ["before"] = change.Before,
        ["after"] = change.After,
    };
}
