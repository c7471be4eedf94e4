namespace Orchestrator.Modules.Values;

/// <summary>A JSON array of those of its items for which a condition holds that only Terraform can tell: <see cref="JsonExpression"/> alone can write it.</summary>
/// <param name="Items">The items.</param>
/// <param name="Name">What the condition calls an item.</param>
/// <param name="Condition">The condition.</param>
internal sealed record JsonFilter(IEnumerable<object> Items, string Name, string Condition);
