namespace Orchestrator.Review.Changes;

/// <summary>What happens to one resource, as it may be shown.</summary>
/// <param name="Address">Its address in Terraform.</param>
/// <param name="Type">Its type.</param>
/// <param name="Action"><c>create</c>, <c>update</c>, <c>replace</c>, <c>delete</c>, <c>forget</c>, <c>import</c>, <c>move</c>, <c>invoke</c>, or the plan's own words where they are not known.</param>
/// <param name="Reason">Why, where the plan says: what forces a replacement.</param>
/// <param name="Follows">The address of what it follows: it changes only because that is replaced.</param>
/// <param name="Noise">Which kind of noise it is, or null.</param>
/// <param name="Attributes">What differs.</param>
public sealed record ReviewedChange(string Address, string Type, string Action, string? Reason, string? Follows, string? Noise, IReadOnlyList<AttributeChange> Attributes);

/// <summary>An attribute that differs.</summary>
/// <param name="Path">Its path, with dots.</param>
/// <param name="Before">Its value before, or what stands for it.</param>
/// <param name="After">Its value after, or what stands for it.</param>
public sealed record AttributeChange(string Path, string Before, string After);
