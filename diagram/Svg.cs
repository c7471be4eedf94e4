using System.Globalization;
using System.Net;
using System.Text;
using Orchestrator.Text;

namespace Orchestrator.Diagram;

/// <summary>A picture as SVG, to stand inside a page. Colours come from the page: each node has the class <c>node</c> and that of its action.</summary>
public static class Svg
{
    private const double LineHeight = 16;
    private const double FirstLine = 24;
    private const double Padding = 12;

    /// <summary>The picture. The same diagram gives the same text.</summary>
    public static string Of(TrafficDiagram diagram)
    {
        var layout = new SvgLayout(diagram);
        var text = new StringBuilder();
        text.Append($"""<svg class="traffic" role="img" aria-label="Path of traffic" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Number(layout.PictureWidth)} {Number(layout.PictureHeight)}" width="{Number(layout.PictureWidth)}" height="{Number(layout.PictureHeight)}">""").Append('\n');
        text.Append("""<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>""").Append('\n');
        foreach (var edge in diagram.DrawnEdges())
        {
            AppendEdge(text, edge, layout[edge.From], layout[edge.To]);
        }
        foreach (var node in diagram.Nodes)
        {
            AppendNode(text, node, layout[node.Id]);
        }
        return text.Append("</svg>\n").ToString();
    }

    private static void AppendEdge(StringBuilder text, TrafficEdge edge, SvgBox from, SvgBox to)
    {
        var (startX, startY) = (from.Left + from.Width, from.Top + (from.Height / 2));
        var (endX, endY) = (to.Left, to.Top + (to.Height / 2));
        var bend = Math.Max(30, Math.Abs(endX - startX) / 2);
        text.Append($"""<path class="edge{(edge.Dotted ? " dotted" : "")}" marker-end="url(#arrow)" d="M{Number(startX)} {Number(startY)}C{Number(startX + bend)} {Number(startY)} {Number(endX - bend)} {Number(endY)} {Number(endX)} {Number(endY)}"/>""").Append('\n');
        if (!string.IsNullOrEmpty(edge.Label))
        {
            text.Append($"""<text class="edge-label" x="{Number((startX + endX) / 2)}" y="{Number(((startY + endY) / 2) - 5)}">{Escape(edge.Label)}</text>""").Append('\n');
        }
    }

    private static void AppendNode(StringBuilder text, TrafficNode node, SvgBox box)
    {
        var action = node.Action?.ToString().ToLowerInvariant();
        text.Append($"""<g class="node {action ?? "keep"}" data-kind="{node.Kind.ToString().ToLowerInvariant()}"><title>{Escape(node.Label)}{(action is null ? "" : $" ({action})")}</title>""");
        text.Append($"""<rect x="{Number(box.Left)}" y="{Number(box.Top)}" width="{Number(box.Width)}" height="{Number(box.Height)}" rx="{(node.Kind is TrafficKind.Internet or TrafficKind.Dns or TrafficKind.Address ? 16 : 4)}"/>""");
        foreach (var (line, index) in node.Label.Split('\n').Select((line, index) => (line, index)))
        {
            text.Append($"""<text x="{Number(box.Left + Padding)}" y="{Number(box.Top + FirstLine + (index * LineHeight))}"{(index == 0 ? " class=\"first\"" : "")}>{Escape(line)}</text>""");
        }
        text.Append("</g>\n");
    }

    /// <summary>Text without what XML forbids and with what has a meaning escaped.</summary>
    private static string Escape(string text)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(PlainText.IsHidden(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString());
        }
        return WebUtility.HtmlEncode(clean.ToString());
    }

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
