using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>Something that is deleted under one address and made again under another: the plan has no <c>moved</c> block for it.</summary>
/// <param name="From">What is deleted.</param>
/// <param name="To">What is made.</param>
internal sealed record Rename(ResourceChange From, ResourceChange To);
