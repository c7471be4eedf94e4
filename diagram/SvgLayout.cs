namespace Orchestrator.Diagram;

/// <summary>Where each node of a picture stands: in columns, from left to right, each as far left as what leads to it allows.</summary>
internal sealed class SvgLayout
{
    private const int Sweeps = 4;
    private const double CharacterWidth = 7.2;
    private const double LineHeight = 16;
    private const double Padding = 12;
    private const double ColumnGap = 70;
    private const double RowGap = 18;
    private const double Margin = 16;
    private readonly Dictionary<string, SvgBox> _boxes = new(StringComparer.Ordinal);

    internal SvgLayout(TrafficDiagram diagram)
    {
        var edges = diagram.DrawnEdges().Where(edge => edge.From != edge.To).ToList();
        var columns = Order(Columns(diagram, edges), edges);
        var left = Margin;
        foreach (var column in columns)
        {
            var top = Margin;
            var width = column.Max(Width);
            foreach (var node in column)
            {
                var height = (node.Label.Split('\n').Length * LineHeight) + (2 * Padding) - 4;
                _boxes[node.Id] = new SvgBox(left, top, width, height);
                top += height + RowGap;
            }
            left += width + ColumnGap;
        }
        PictureWidth = left - ColumnGap + Margin;
        PictureHeight = _boxes.Values.Select(box => box.Top + box.Height).DefaultIfEmpty().Max() + Margin;
        foreach (var column in columns)
        {
            Center(column);
        }
    }

    internal double PictureWidth { get; }

    internal double PictureHeight { get; }

    internal SvgBox this[string id] => _boxes[id];

    private static double Width(TrafficNode node) => (node.Label.Split('\n').Max(line => line.Length) * CharacterWidth) + (2 * Padding);

    /// <summary>A node's column is one more than that of the last node that leads to it; an edge that closes a circle does not count.</summary>
    private static List<List<TrafficNode>> Columns(TrafficDiagram diagram, IReadOnlyList<TrafficEdge> edges)
    {
        var into = edges.ToLookup(edge => edge.To, edge => edge.From, StringComparer.Ordinal);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        int Depth(string id)
        {
            if (depths.TryGetValue(id, out var known) || !open.Add(id))
            {
                return known;
            }
            var depth = into[id].Where(from => !open.Contains(from)).Select(from => Depth(from) + 1).DefaultIfEmpty().Max();
            open.Remove(id);
            return depths[id] = depth;
        }
        return [.. diagram.Nodes.GroupBy(node => Depth(node.Id)).OrderBy(group => group.Key).Select(group => group.ToList())];
    }

    /// <summary>Nodes stand beside what they are connected with: by the mean place of their neighbours, forth and back.</summary>
    private static List<List<TrafficNode>> Order(List<List<TrafficNode>> columns, IReadOnlyList<TrafficEdge> edges)
    {
        var neighbours = edges.SelectMany(edge => new[] { (edge.From, edge.To), (From: edge.To, To: edge.From) }).ToLookup(pair => pair.From, pair => pair.To, StringComparer.Ordinal);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            var places = columns.SelectMany(column => column.Select((node, place) => (node.Id, (place + 0.5) / column.Count))).ToDictionary(StringComparer.Ordinal);
            columns = [.. columns.Select(column => column.OrderBy(node => neighbours[node.Id].Select(id => places[id]).DefaultIfEmpty(places[node.Id]).Average()).ToList())];
        }
        return columns;
    }

    private void Center(List<TrafficNode> column)
    {
        var last = _boxes[column[^1].Id];
        var shift = (PictureHeight - Margin - last.Top - last.Height) / 2;
        foreach (var node in column)
        {
            _boxes[node.Id] = _boxes[node.Id] with { Top = _boxes[node.Id].Top + shift };
        }
    }
}

/// <summary>A node's rectangle, in pixels.</summary>
internal readonly record struct SvgBox(double Left, double Top, double Width, double Height);
