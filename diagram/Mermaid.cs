using System.Text;

namespace Orchestrator.Diagram;

/// <summary>A picture in Mermaid's language, left to right.</summary>
public static class Mermaid
{
    private static readonly IReadOnlyDictionary<TrafficAction, string> Styles = new Dictionary<TrafficAction, string>
    {
        [TrafficAction.Keep] = "fill:#f6f8fa,stroke:#59636e,color:#1f2328",
        [TrafficAction.Add] = "fill:#dafbe1,stroke:#1a7f37,color:#1f2328",
        [TrafficAction.Change] = "fill:#fff8c5,stroke:#9a6700,color:#1f2328",
        [TrafficAction.Replace] = "fill:#fff1e5,stroke:#bc4c00,color:#1f2328,stroke-width:3px",
        [TrafficAction.Delete] = "fill:#ffebe9,stroke:#cf222e,color:#1f2328,stroke-dasharray:4 3",
    };

    /// <summary>The flowchart, without a fence. The same diagram gives the same text; a node's id depends on nothing but the node.</summary>
    public static string Of(TrafficDiagram diagram)
    {
        var text = new StringBuilder("flowchart LR\n");
        foreach (var node in diagram.Nodes)
        {
            var (opening, closing) = Shape(node.Kind);
            text.Append($"  {MermaidId.Of(node.Id)}{opening}\"{MermaidLabel.Of(node.Label)}\"{closing}{(node.Action is { } action ? $":::{Name(action)}" : "")}\n");
        }
        foreach (var edge in diagram.DrawnEdges())
        {
            var label = string.IsNullOrEmpty(edge.Label) ? "" : $"|\"{MermaidLabel.Of(edge.Label)}\"|";
            text.Append($"  {MermaidId.Of(edge.From)} {(edge.Dotted ? "-.->" : "-->")}{label} {MermaidId.Of(edge.To)}\n");
        }
        foreach (var action in diagram.Nodes.Select(node => node.Action).OfType<TrafficAction>().Distinct().Order())
        {
            text.Append($"  classDef {Name(action)} {Styles[action]}\n");
        }
        return text.ToString();
    }

    /// <summary>What a Markdown page shows: the fenced flowchart, or a table where there is too much for a picture.</summary>
    public static string Markdown(TrafficDiagram diagram) => diagram.IsTooLarge ? TrafficTable.Of(diagram) : $"```mermaid\n{Of(diagram)}```\n";

    private static string Name(TrafficAction action) => action.ToString().ToLowerInvariant();

    private static (string Opening, string Closing) Shape(TrafficKind kind) => kind switch
    {
        TrafficKind.Internet => ("((", "))"),
        TrafficKind.Dns => ("([", "])"),
        TrafficKind.Address => ("(", ")"),
        TrafficKind.LoadBalancer => ("[[", "]]"),
        TrafficKind.Listener => ("[", "]"),
        TrafficKind.Rule => ("{{", "}}"),
        TrafficKind.TargetGroup => ("[/", "/]"),
        TrafficKind.Target => ("[(", ")]"),
        _ => (">", "]"),
    };
}
