namespace Orchestrator.Review.Rules;

/// <summary>Something that a review must notice in a plan. A rule of one's own is made the same way and given to the <see cref="Reviewer"/>.</summary>
/// <param name="Id">Its stable id: <c>PLAN06</c>. Acknowledgements and settings name it.</param>
/// <param name="Severity">What it asks of the reader, unless the settings or the single finding say otherwise.</param>
/// <param name="Subject">What it looks at, as the documentation names it.</param>
/// <param name="Statement">What it looks for, in one sentence.</param>
/// <param name="Consequence">What happens in the world when the plan is applied.</param>
/// <param name="Advice">What to do instead.</param>
public sealed record PlanRule(string Id, Severity Severity, string Subject, string Statement, string Consequence, string Advice)
{
    /// <summary>What to do where the thing is deleted for good and nothing is made in its place; as <see cref="Advice"/> unless given.</summary>
    public string? AdviceWhereDeleted { get; init; }

    /// <summary>Looks at a plan and reports each of the three outcomes; what it was not concerned with it does not mention.</summary>
    public required Action<PlanModel, RuleReport> Check { get; init; }
}
