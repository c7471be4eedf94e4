using System.Text;
using Orchestrator.Review.Rules;

namespace Orchestrator.Review.Output;

/// <summary>The rules as a page of documentation.</summary>
public static class RulesPage
{
    /// <summary>The page, by id.</summary>
    public static string Of(IReadOnlyList<PlanRule> rules)
    {
        var text = new StringBuilder("""
            # Rules of the plan review

            What `review` looks for. Each rule comes to one of three outcomes for each resource that it concerns: it *holds*, it is *violated*, or the plan
            *cannot tell*, because a value is known only after the apply or because what it depends on is not in the plan. The third is never silent.
            *Critical* and *high* findings must be [acknowledged](review.md#acknowledgements); *medium* and *low* ones inform: [why](review.md#severity). Whether something is replaced
            is what the provider says in the plan, never a list of ours. This page is the output of `./orchestrator review --rules`.

            | rule | severity | looks at | looks for | what happens | what to do |
            |---|---|---|---|---|---|

            """);
        foreach (var rule in rules.OrderBy(rule => rule.Id, StringComparer.Ordinal))
        {
            text.Append($"| {rule.Id} | {Wording.Of(rule.Severity)} | {Cell(rule.Subject)} | {Cell(rule.Statement)} | {Cell(rule.Consequence)} | {Cell(rule.Advice)} |\n");
        }
        return text.ToString();
    }

    /// <summary>What there is to say of one rule, under its id.</summary>
    public static string Section(PlanRule rule) => $"""
        # {rule.Id}

        **{Wording.Of(rule.Severity)}** · Looks at {rule.Subject}: {rule.Statement}

        What happens: {rule.Consequence}

        What to do: {rule.Advice}

        """;

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
