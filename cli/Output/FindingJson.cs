using System.Text.Json.Nodes;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Cli.Output;

/// <summary>Findings for programs. docs/check.md describes the format; members are added, never changed.</summary>
internal static class FindingJson
{
    /// <summary>The findings of some manifests, suppressed ones too.</summary>
    internal static string Of(IReadOnlyList<ManifestResult> manifests)
    {
        var document = new JsonObject
        {
            ["formatVersion"] = 1,
            ["findings"] = new JsonArray([.. ToldFindings.Of(manifests).Select(Of)]),
            ["suppressed"] = new JsonArray([.. ToldFindings.Suppressed(manifests).Select(Of)]),
        };
        return document.ToJsonString(ReadableJson.Options);
    }

    private static JsonObject Of(Finding finding) => new()
    {
        ["rule"] = finding.Rule.Id,
        ["level"] = Spelling.Of(finding.Rule.Level),
        ["path"] = finding.Path,
        ["environment"] = finding.Environment,
        ["file"] = finding.Location?.File,
        ["line"] = finding.Location?.Line,
        ["column"] = finding.Location?.Column,
        ["what"] = finding.What,
        ["got"] = finding.Got,
        ["allowed"] = finding.Allowed,
        ["fix"] = finding.Fix,
        ["source"] = finding.Rule.Source.Text,
        ["sourcePage"] = finding.Rule.Source.Page?.AbsoluteUri,
        ["scanners"] = ReadableJson.List(finding.Rule.ScannerIds),
    };

    private static JsonObject Of(SuppressedFinding suppressed)
    {
        var json = Of(suppressed.Finding);
        json["reason"] = suppressed.Reason;
        json["expires"] = $"{suppressed.Expires:yyyy-MM-dd}";
        return json;
    }
}
