using System.Globalization;
using System.Text;

namespace Orchestrator.Cli.Bench;

/// <summary>What a resource costs at different numbers of resources, as a picture: two lines over logarithmic axes, light or dark as the reader's.</summary>
internal static class ScaleChart
{
    private const double Left = 70;
    private const double Right = 620;
    private const double Top = 60;
    private const double Bottom = 300;

    private const string Style = """
        <style>
        .bg{fill:#fff}.grid{stroke:#e3e6ea}text{font:12px system-ui,sans-serif;fill:#1f2933}.title{font-size:15px;font-weight:600}.middle{text-anchor:middle}.end{text-anchor:end}
        .line{fill:none;stroke-width:2.5}.subject{stroke:#2f6fd6}.baseline{stroke:#d1552f}.of-subject{fill:#2f6fd6}.of-baseline{fill:#d1552f}
        @media (prefers-color-scheme:dark){.bg{fill:#14181d}.grid{stroke:#2a313a}text{fill:#e6eaef}.subject{stroke:#6aa3ff}.baseline{stroke:#f0794f}.of-subject{fill:#6aa3ff}.of-baseline{fill:#f0794f}}
        </style>
        """;

    /// <summary>The picture.</summary>
    /// <param name="points">The number of resources, and the seconds of both.</param>
    internal static string Svg(IReadOnlyList<(int Resources, double Subject, double Baseline)> points)
    {
        var (least, most) = (points.Min(point => point.Resources), points.Max(point => point.Resources));
        var costs = points.SelectMany(point => new[] { Cost(point.Subject, point.Resources), Cost(point.Baseline, point.Resources) }).ToList();
        var (cheapest, dearest) = (Math.Pow(10, Math.Floor(Math.Log10(costs.Min()))), Math.Pow(10, Math.Ceiling(Math.Log10(costs.Max()))));
        double X(double resources) => Left + ((Right - Left) * Math.Log(resources / least) / Math.Log((double)most / least));
        double Y(double cost) => Bottom - ((Bottom - Top) * Math.Log(cost / cheapest) / Math.Log(dearest / cheapest));

        var svg = new StringBuilder("""<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Milliseconds for each resource of a whole synthesis, by the number of resources" viewBox="0 0 660 350" width="660" height="350">""").Append('\n').Append(Style);
        svg.Append("\n<rect class=\"bg\" width=\"660\" height=\"350\"/>\n<text class=\"title\" x=\"20\" y=\"28\">Milliseconds for each resource, whole process</text>\n");
        for (var cost = cheapest; cost <= dearest * 1.001; cost *= 10)
        {
            svg.Append($"<line class=\"grid\" x1=\"{Number(Left)}\" x2=\"{Number(Right)}\" y1=\"{Number(Y(cost))}\" y2=\"{Number(Y(cost))}\"/>\n<text class=\"end\" x=\"{Number(Left - 8)}\" y=\"{Number(Y(cost) + 4)}\">{Number(cost)}</text>\n");
        }
        foreach (var point in points)
        {
            svg.Append($"<line class=\"grid\" x1=\"{Number(X(point.Resources))}\" x2=\"{Number(X(point.Resources))}\" y1=\"{Number(Top)}\" y2=\"{Number(Bottom)}\"/>\n<text class=\"middle\" x=\"{Number(X(point.Resources))}\" y=\"{Number(Bottom + 20)}\">{point.Resources.ToString("N0", CultureInfo.InvariantCulture)}</text>\n");
        }
        svg.Append($"<text class=\"middle\" x=\"{Number((Left + Right) / 2)}\" y=\"{Number(Bottom + 40)}\">resources</text>\n");
        Draw("subject", "this program", -10, [.. points.Select(point => (X(point.Resources), Y(Cost(point.Subject, point.Resources)), Cost(point.Subject, point.Resources)))]);
        Draw("baseline", "TypeScript, same packages", 18, [.. points.Select(point => (X(point.Resources), Y(Cost(point.Baseline, point.Resources)), Cost(point.Baseline, point.Resources)))]);
        return svg.Append("</svg>\n").ToString();

        void Draw(string style, string name, double shift, IReadOnlyList<(double X, double Y, double Cost)> line)
        {
            svg.Append($"<polyline class=\"line {style}\" points=\"{string.Join(' ', line.Select(point => $"{Number(point.X)},{Number(point.Y)}"))}\"/>\n");
            foreach (var (x, y, cost) in line)
            {
                svg.Append($"<text class=\"middle of-{style}\" x=\"{Number(x)}\" y=\"{Number(y + shift)}\">{Number(cost)}</text>\n");
            }
            svg.Append($"<text class=\"of-{style}\" x=\"{Number(line[0].X + 40)}\" y=\"{Number(line[0].Y + (shift > 0 ? 70 : -2))}\">{name}</text>\n");
        }
    }

    private static double Cost(double seconds, int resources) => seconds * 1000 / resources;

    private static string Number(double value) => value.ToString(value >= 10 ? "0" : "0.#", CultureInfo.InvariantCulture);
}
