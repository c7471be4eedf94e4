namespace Orchestrator.Diagram;

/// <summary>Something that traffic passes.</summary>
/// <param name="Id">What tells it from the others: an address in Terraform, a path in a manifest. Any text; it is not shown.</param>
/// <param name="Label">What is shown. Lines are separated by a line feed.</param>
/// <param name="Kind">What it is: decides the shape.</param>
/// <param name="Action">What a plan does to it: decides the colour. Without one it has none.</param>
public sealed record TrafficNode(string Id, string Label, TrafficKind Kind, TrafficAction? Action = null);
