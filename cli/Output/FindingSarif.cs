using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Cli.Output;

/// <summary>Findings as SARIF 2.1.0, for code scanning. docs/check.md says how to upload them.</summary>
internal static class FindingSarif
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";

    /// <summary>The findings of some manifests; the suppressed ones are results that say so.</summary>
    /// <param name="manifests">The manifests.</param>
    /// <param name="rulesPage">Where docs/rules.md is published; each rule's help is at an anchor of it. Null where it is not.</param>
    internal static string Of(IReadOnlyList<ManifestResult> manifests, Uri? rulesPage)
    {
        var results = manifests.GroupBy(manifest => manifest.File).Select(file => file.ToList()).SelectMany(file => ToldFindings.Of(file).Select(finding => (Finding: finding, Suppression: (SuppressedFinding?)null))
            .Concat(ToldFindings.Suppressed(file).Select(suppressed => (suppressed.Finding, Suppression: (SuppressedFinding?)suppressed)))).ToList();
        var rules = results.Select(result => result.Finding.Rule).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        var fingerprints = new Dictionary<string, int>();
        return new JsonObject
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "orchestrator",
                        ["semanticVersion"] = typeof(FindingSarif).Assembly.GetName().Version!.ToString(3),
                        ["rules"] = new JsonArray([.. rules.Select(rule => SarifRule.Of(rule, rulesPage))]),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. results.Select(result => Result(result.Finding, result.Suppression, rules.FindIndex(rule => rule.Id == result.Finding.Rule.Id), fingerprints))]),
            }),
        }.ToJsonString(ReadableJson.Options);
    }

    private static JsonObject Result(Finding finding, SuppressedFinding? suppressed, int ruleIndex, Dictionary<string, int> fingerprints)
    {
        var uri = RelativeUri(finding.Location!.File);
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule.Id,
            ["ruleIndex"] = ruleIndex,
            ["level"] = Spelling.Of(finding.Rule.Level),
            ["message"] = new JsonObject { ["text"] = finding.Message },
            ["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = uri },
                    ["region"] = new JsonObject { ["startLine"] = finding.Location.Line, ["startColumn"] = finding.Location.Column },
                },
                ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = finding.Path }),
            }),
            ["partialFingerprints"] = new JsonObject { ["primaryLocationLineHash"] = Fingerprint(finding, uri, fingerprints) },
        };
        if (suppressed is not null)
        {
            result["suppressions"] = new JsonArray(new JsonObject
            {
                ["kind"] = "inSource",
                ["status"] = "accepted",
                ["justification"] = $"{suppressed.Reason} (until {suppressed.Expires:yyyy-MM-dd})",
            });
        }
        return result;
    }

    /// <summary>
    /// The same finding has the same fingerprint wherever its lines move to: it comes from the rule and the path of what breaks it. Code
    /// scanning reads it under the name that it would use for a hash of the line, and adds a count to tell equal ones apart.
    /// </summary>
    private static string Fingerprint(Finding finding, string uri, Dictionary<string, int> seen)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{uri}\n{finding.Rule.Id}\n{finding.Path}{(finding.Environment is null ? "" : $"\n{finding.Environment}")}")))[..16];
        seen[hash] = seen.GetValueOrDefault(hash) + 1;
        return $"{hash}:{seen[hash]}";
    }

    /// <summary>A file below the working directory relative to it, which is to be the top of the repository; any other one absolute.</summary>
    private static string RelativeUri(string file)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, file).Replace(Path.DirectorySeparatorChar, '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? new Uri(Path.GetFullPath(file)).AbsoluteUri
            : string.Join('/', relative.Split('/').Select(Uri.EscapeDataString));
    }
}
