using System.Text;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Cli.Output;

/// <summary>The catalogue of rules as a page of documentation.</summary>
internal static class RulesMarkdown
{
    /// <summary>The page, in the order of the ids.</summary>
    internal static string Text(IReadOnlyDictionary<string, RuleExample> examples)
    {
        var rules = RuleCatalogue.All.OrderBy(rule => rule.Id, StringComparer.Ordinal).ToList();
        var text = new StringBuilder("""
            # Rules

            What `check` and `synth` look for, before Terraform runs. An *error* stops synthesis; a *warning* does not. A manifest's
            `suppressions` name a rule by its id. The examples leave out what every manifest needs: `app`, `environment`, `region`, `network`.
            This page is the output of `./orchestrator rules --examples tests/Modules.Tests/Rules/Cases`.

            | rule | level | what holds |
            |---|---|---|

            """);
        foreach (var rule in rules)
        {
            text.Append($"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {Spelling.Of(rule.Level)} | {Markdown.Text(rule.Statement)} |\n");
        }
        foreach (var rule in rules)
        {
            text.Append($"\n## {rule.Id}\n\n{Section(rule, isInDocs: true)}");
            if (examples.TryGetValue(rule.Id, out var example))
            {
                text.Append($"\n{Markdown.Fence("yaml", example.Manifest)}\n{Markdown.Fence("text", string.Join('\n', example.Messages))}");
            }
        }
        text.Append("""

            ## Held by construction

            Constraints of AWS that nothing can break here, since no property says what they forbid.

            | constraint | what holds | why it cannot be broken |
            |---|---|---|

            """);
        foreach (var held in HeldByConstruction.All)
        {
            text.Append($"| {held.Id} | {Markdown.Text(held.Statement)} | {Markdown.Text(held.Because)} |\n");
        }
        return text.ToString();
    }

    /// <summary>What there is to say of a rule, without its id and without an example.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="isInDocs">Whether the page stands in docs/, so that links to its neighbours work.</param>
    internal static string Section(Rule rule, bool isInDocs = false)
    {
        var scanners = rule.ScannerIds.Count == 0 ? "" : $"\n\nScanners: {string.Join(", ", rule.ScannerIds)}.";
        return $"**{Spelling.Of(rule.Level)}** · {Markdown.Text(rule.Statement)} {Markdown.Text(rule.Why)}\n\nSource: {Link(rule.Source, isInDocs)}.{scanners}\n";
    }

    private static string Link(Source source, bool isInDocs) =>
        source.Page is { } page ? $"[{Markdown.Text(source.Text)}]({page.AbsoluteUri})"
        : isInDocs && source.Text.StartsWith("docs/", StringComparison.Ordinal) ? $"[{source.Text}]({source.Text["docs/".Length..]})"
        : Markdown.Text(source.Text);
}
