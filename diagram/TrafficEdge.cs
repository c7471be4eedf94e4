namespace Orchestrator.Diagram;

/// <summary>Traffic that goes from one node to another.</summary>
/// <param name="From">The id of the node where it comes from.</param>
/// <param name="To">The id of the node where it goes.</param>
/// <param name="Label">What is written beside the arrow, such as a port or a weight; nothing unless given.</param>
/// <param name="Dotted">Whether no traffic flows here, but one keeps the other in step.</param>
public sealed record TrafficEdge(string From, string To, string? Label = null, bool Dotted = false);
