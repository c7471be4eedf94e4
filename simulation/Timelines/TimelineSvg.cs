using System.Globalization;
using System.Net;
using System.Text;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Simulation.Play;

namespace Orchestrator.Simulation.Timelines;

/// <summary>A timeline as a picture: a lane for each address, the traffic that is lost, and what happened. It has a background of its own, light or dark as the reader's.</summary>
public sealed class TimelineSvg
{
    private const double Width = 980;
    private const double Left = 96;
    private const double Right = 28;
    private const double LanesTop = 128;
    private const double LaneHeight = 30;
    private const double LossHeight = 56;
    private const int LongestLine = 122;

    private const string Style = """
        <style>
        .bg{fill:#fff}.grid{stroke:#e3e6ea}.axis{stroke:#8a93a0}text{font:12px system-ui,sans-serif;fill:#1f2933}.title{font-size:16px;font-weight:600}.summary{font-weight:600}.dim{fill:#5b6673}
        .mark{stroke:#7b5ea7;stroke-dasharray:3 3}.number{fill:#7b5ea7;font-weight:600;text-anchor:middle}.dns{fill:#2f6fd6}.initial{fill:#f2c14e}.healthy{fill:#3a9d5d}.unhealthy{fill:#d1552f}
        .draining{fill:#b4bcc6}.lost{fill:#d92d20}.end{text-anchor:end}.middle{text-anchor:middle}
        @media (prefers-color-scheme:dark){.bg{fill:#14181d}.grid{stroke:#2a313a}.axis{stroke:#7d8794}text{fill:#e6eaef}.dim{fill:#a3adb9}.mark{stroke:#b79be0}.number{fill:#b79be0}.dns{fill:#6aa3ff}
        .healthy{fill:#4fbf78}.unhealthy{fill:#f0794f}.draining{fill:#56606c}.lost{fill:#ff6257}}
        </style>
        """;

    private static readonly (string Class, string Text)[] Legend =
        [("dns", "in the DNS"), ("initial", "registered, not yet healthy"), ("healthy", "healthy"), ("unhealthy", "unhealthy"), ("draining", "removed, draining"), ("lost", "traffic lost")];

    private readonly Timeline _timeline;
    private readonly IReadOnlyList<IPAddress> _addresses;
    private readonly IReadOnlyList<(TimeSpan At, int Number)> _marks;
    private readonly IReadOnlyList<string> _notes;
    private readonly StringBuilder _text = new();

    private TimelineSvg(Timeline timeline)
    {
        _timeline = timeline;
        _addresses = [.. timeline.Moments.SelectMany(moment => moment.Resolved.Concat(moment.Targets.Keys)).Distinct().Order(AddressOrder.Instance)];
        _marks = [.. timeline.Happenings.Select(happening => happening.At).Distinct().Select((at, index) => (at, index + 1))];
        _notes = [.. _marks.SelectMany(mark => timeline.Happenings.Where(each => each.At == mark.At).SelectMany((each, index) => Wrap($"{(each.IsRun ? "run: " : "")}{each.Text}").Select((line, part) => index + part == 0 ? $"{mark.Number}\t{TimelineText.Clock(mark.At)}\t{line}" : $"\t\t{(part > 0 ? "   " : "")}{line}")))];
    }

    private double LossTop => LanesTop + (_addresses.Count * LaneHeight) + 26;

    private double AxisY => LossTop + LossHeight;

    private double NotesTop => AxisY + 56;

    private double Height => NotesTop + (_notes.Count * 18) + 10;

    /// <summary>The picture. The same timeline gives the same text.</summary>
    public static string Of(Timeline timeline) => new TimelineSvg(timeline).Draw();

    private string Draw()
    {
        _text.Append($"""<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{Escape(_timeline.Scenario.Description)}" viewBox="0 0 {Number(Width)} {Number(Height)}" width="{Number(Width)}" height="{Number(Height)}">""").Append('\n');
        _text.Append(Style).Append('\n');
        Rectangle("bg", 0, 0, Width, Height);
        Text("title", 20, 30, $"{_timeline.Scenario.Name}, {AlgorithmNames.Tell(_timeline.Algorithm)}");
        Text("dim", 20, 52, _timeline.Scenario.Description);
        Text("summary", 20, 73, $"{TimelineText.Summary(_timeline)}.");
        DrawLegend();
        DrawAxis();
        for (var lane = 0; lane < _addresses.Count; lane++)
        {
            DrawLane(_addresses[lane], LanesTop + (lane * LaneHeight));
        }
        DrawLoss();
        DrawMarks();
        DrawNotes();
        return _text.Append("</svg>\n").ToString();
    }

    private void DrawLegend()
    {
        const double CharacterWidth = 6.3;
        var left = 20.0;
        foreach (var (name, label) in Legend)
        {
            Rectangle(name, left, name == "dns" ? 98 : 94, 18, name == "dns" ? 4 : 12);
            Text("dim", left + 24, 105, label);
            left += 24 + (label.Length * CharacterWidth) + 24;
        }
    }

    private void DrawAxis()
    {
        var minutes = (int)_timeline.Scenario.Duration.TotalMinutes;
        var every = minutes > 60 ? 10 : minutes > 16 ? 2 : 1;
        for (var minute = 0; minute <= minutes; minute += every)
        {
            var x = X(TimeSpan.FromMinutes(minute));
            Line("grid", x, LanesTop - 6, x, AxisY);
            Text("dim middle", x, AxisY + 17, $"{minute}");
        }
        Line("axis", Left, AxisY, Width - Right, AxisY);
        Text("dim end", Left - 12, AxisY + 17, "minutes");
    }

    private void DrawLane(IPAddress address, double top)
    {
        Text("end", Left - 12, top + 17, address.ToString());
        Bars(top + 2, 4, moment => moment.Resolved.Contains(address) ? "dns" : null);
        Bars(top + 8, 14, moment => moment.Targets.TryGetValue(address, out var health) ? health.ToString().ToLowerInvariant() : null);
    }

    private void Bars(double top, double height, Func<Moment, string?> classOf) => Stretches(classOf, (name, start, end) =>
    {
        if (name is not null)
        {
            Rectangle(name, start, top, end - start, height);
        }
    });

    /// <summary>Draws each stretch of time in which a value is the same.</summary>
    private void Stretches<T>(Func<Moment, T> valueOf, Action<T, double, double> draw)
    {
        var moments = _timeline.Moments;
        var first = 0;
        for (var index = 1; index < moments.Count; index++)
        {
            if (index == moments.Count - 1 || !EqualityComparer<T>.Default.Equals(valueOf(moments[index]), valueOf(moments[first])))
            {
                draw(valueOf(moments[first]), X(moments[first].At), X(moments[index].At));
                first = index;
            }
        }
    }

    private void DrawLoss()
    {
        Text("end dim", Left - 12, LossTop + 8, "100 %");
        Text("end", Left - 12, LossTop + 31, "traffic lost");
        Text("end dim", Left - 12, AxisY, "0 %");
        Line("grid", Left, LossTop, Width - Right, LossTop);
        Stretches(moment => moment.Lost, (lost, start, end) => Rectangle("lost", start, AxisY - (LossHeight * lost), end - start, LossHeight * lost));
    }

    private void DrawMarks()
    {
        var last = double.MinValue;
        var row = 0;
        foreach (var (at, number) in _marks)
        {
            var x = X(at);
            Line("mark", x, LanesTop - 4, x, AxisY);
            row = x - last < 14 ? 1 - row : 0;
            last = x;
            Text("number", x, AxisY + 34 + (row * 13), $"{number}");
        }
    }

    private void DrawNotes()
    {
        for (var line = 0; line < _notes.Count; line++)
        {
            var cells = _notes[line].Split('\t');
            var y = NotesTop + 14 + (line * 18);
            Text("number", 30, y, cells[0]);
            Text("dim", 48, y, cells[1]);
            Text("", Left, y, cells[2]);
        }
    }

    private static IEnumerable<string> Wrap(string text)
    {
        while (text.Length > LongestLine)
        {
            var end = text.LastIndexOf(' ', LongestLine);
            yield return text[..end];
            text = text[(end + 1)..];
        }
        yield return text;
    }

    private double X(TimeSpan at) => Left + ((Width - Left - Right) * at.TotalSeconds / _timeline.Scenario.Duration.TotalSeconds);

    private void Rectangle(string name, double x, double y, double width, double height) =>
        _text.Append($"""<rect class="{name}" x="{Number(x)}" y="{Number(y)}" width="{Number(width)}" height="{Number(height)}"/>""").Append('\n');

    private void Line(string name, double x1, double y1, double x2, double y2) =>
        _text.Append($"""<line class="{name}" x1="{Number(x1)}" y1="{Number(y1)}" x2="{Number(x2)}" y2="{Number(y2)}"/>""").Append('\n');

    private void Text(string name, double x, double y, string text)
    {
        if (text.Length > 0)
        {
            _text.Append($"""<text class="{name}" x="{Number(x)}" y="{Number(y)}" xml:space="preserve">{Escape(text)}</text>""").Append('\n');
        }
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)));

    private static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
