namespace Orchestrator.Diagram;

/// <summary>The path that traffic takes: what it passes, and in which order.</summary>
/// <param name="Nodes">What traffic passes; each id once.</param>
/// <param name="Edges">From where to where it goes. An edge that begins or ends at no node is left out.</param>
public sealed record TrafficDiagram(IReadOnlyList<TrafficNode> Nodes, IReadOnlyList<TrafficEdge> Edges)
{
    /// <summary>The most nodes that still make a picture; GitHub stops drawing long before it stops reading.</summary>
    public const int MostNodes = 60;

    /// <summary>Whether there is too much for a picture.</summary>
    public bool IsTooLarge => Nodes.Count > MostNodes;

    /// <summary>The edges between nodes that exist, each once.</summary>
    internal IEnumerable<TrafficEdge> DrawnEdges()
    {
        var ids = Nodes.Select(node => node.Id).ToHashSet(StringComparer.Ordinal);
        return Edges.Where(edge => ids.Contains(edge.From) && ids.Contains(edge.To)).Distinct();
    }
}
