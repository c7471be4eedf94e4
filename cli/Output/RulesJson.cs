using System.Text.Json.Nodes;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Cli.Output;

/// <summary>The catalogue of rules for programs. docs/check.md describes the format; members are added, never changed.</summary>
internal static class RulesJson
{
    /// <summary>The rules, in the order of the ids.</summary>
    internal static string Text(IReadOnlyDictionary<string, RuleExample> examples) => new JsonObject
    {
        ["formatVersion"] = 1,
        ["rules"] = new JsonArray([.. RuleCatalogue.All.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule => Of(rule, examples.GetValueOrDefault(rule.Id)))]),
    }.ToJsonString(ReadableJson.Options);

    private static JsonObject Of(Rule rule, RuleExample? example) => new()
    {
        ["id"] = rule.Id,
        ["level"] = Spelling.Of(rule.Level),
        ["statement"] = rule.Statement,
        ["why"] = rule.Why,
        ["source"] = rule.Source.Text,
        ["sourcePage"] = rule.Source.Page?.AbsoluteUri,
        ["severity"] = rule.Severity is { } severity ? Spelling.Of(severity) : null,
        ["scanners"] = ReadableJson.List(rule.ScannerIds),
        ["example"] = example is null ? null : new JsonObject { ["manifest"] = example.Manifest, ["messages"] = ReadableJson.List(example.Messages) },
    };
}
