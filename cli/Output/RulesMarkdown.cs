using System.Text;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Cli.Output;

/// <summary>The catalogue of rules as a page of documentation.</summary>
internal static class RulesMarkdown
{
    /// <summary>The page, in the order of the ids.</summary>
    internal static string Text()
    {
        var text = new StringBuilder("""
            # Rules

            What `check` and `synth` look for, before Terraform runs. An *error* stops synthesis; a *warning* does not. A manifest's
            `suppressions` name a rule by its id. This page is the output of `./orchestrator rules`.

            | rule | level | what holds | what happens otherwise | source |
            |---|---|---|---|---|

            """);
        foreach (var rule in RuleCatalogue.All.OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            text.Append($"| {rule.Id} | {Spelling.Of(rule.Level)} | {Cell(rule.Statement)} | {Cell(rule.Why)} | {Cell(rule.Source)} |\n");
        }
        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|").Replace("*", "\\*");
}
