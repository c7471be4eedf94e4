using System.Text;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Cli.Output;

/// <summary>Findings as a comment on a pull request: a summary, then each finding by file, its details collapsed.</summary>
internal static class FindingMarkdown
{
    /// <summary>GitHub takes 65,536 characters.</summary>
    private const int Longest = 65_000;

    /// <summary>The findings of some manifests. What would make the comment too long is left out, whole findings at a time, and counted.</summary>
    internal static string Of(IReadOnlyList<ManifestResult> manifests)
    {
        var text = new StringBuilder($"**{FindingText.Count(manifests)}**\n");
        var blocks = manifests.GroupBy(manifest => manifest.File).SelectMany(file => Blocks(file.Key, [.. file])).ToList();
        // A notice is short; this is more than it takes.
        var room = Longest - text.Length - 200;
        var shown = 0;
        while (shown < blocks.Count && blocks[shown].Length <= room)
        {
            room -= blocks[shown].Length;
            text.Append(blocks[shown++]);
        }
        if (shown < blocks.Count)
        {
            text.Append($"\n{blocks.Count - shown} more of {blocks.Count} are left out: a comment has at most {Longest:N0} characters. `./orchestrator check` prints all of them.\n");
        }
        return text.ToString();
    }

    private static IEnumerable<string> Blocks(string file, IReadOnlyList<ManifestResult> environments)
    {
        var heading = $"\n### {Markdown.Code(file)}\n";
        var findings = ToldFindings.Of(environments).Select(finding => Block(finding, Spelling.Of(finding.Rule.Level), ""))
            .Concat(ToldFindings.Suppressed(environments).Select(suppressed => Block(suppressed.Finding, "suppressed", $"- reason: {Markdown.Text(suppressed.Reason)} (until {suppressed.Expires:yyyy-MM-dd})\n")));
        return findings.Select((block, index) => index == 0 ? heading + block : block);
    }

    private static string Block(Finding finding, string state, string reason)
    {
        var path = finding.Path.Length == 0 ? "" : $"<code>{Markdown.Html(finding.Path)}</code> {(finding.Environment is null ? "" : $"in {Markdown.Html(finding.Environment)} ")}";
        var got = finding.Got is null ? "" : $"- got: {Markdown.Code(finding.Got)}\n";
        return $"""

            <details><summary><b>{state}</b> {finding.Rule.Id}, line {finding.Location!.Line}: {path}{Markdown.Html(finding.What)}</summary>

            {got}- allowed: {Markdown.Text(finding.Allowed)}
            - fix: {Markdown.Text(finding.Fix)}
            {reason}
            {RulesMarkdown.Section(finding.Rule)}
            </details>

            """;
    }
}
