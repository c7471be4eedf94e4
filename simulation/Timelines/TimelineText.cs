using System.Globalization;
using System.Text;
using Orchestrator.Simulation.Play;
using Orchestrator.Text;

namespace Orchestrator.Simulation.Timelines;

/// <summary>A timeline as a table in plain text: a line for each thing that happens or changes.</summary>
public static class TimelineText
{
    /// <summary>The table.</summary>
    public static string Of(Timeline timeline)
    {
        var text = new StringBuilder();
        text.Append($"{PlainText.Of(timeline.Scenario.Name)}, {AlgorithmNames.Tell(timeline.Algorithm)}: {PlainText.Of(timeline.Scenario.Description)}\n\n");
        Append(text, "TIME", "DNS", "REGISTERED", "HEALTHY", "LOST", "WHAT HAPPENS");
        Moment? told = null;
        foreach (var moment in timeline.Moments)
        {
            var happenings = timeline.Happenings.Where(each => each.At == moment.At).Select(each => $"{(each.IsRun ? "run: " : "")}{each.Text}").ToList();
            if (told is not null && happenings.Count == 0 && Figures(moment).SequenceEqual(Figures(told)))
            {
                continue;
            }
            told = moment;
            var figures = Figures(moment).ToList();
            Append(text, Clock(moment.At), figures[0], figures[1], figures[2], figures[3], happenings.FirstOrDefault(""));
            foreach (var happening in happenings.Skip(1))
            {
                Append(text, "", "", "", "", "", happening);
            }
        }
        return text.Append($"\n{Summary(timeline)}\n").ToString();
    }

    /// <summary>What came of it, in a line.</summary>
    public static string Summary(Timeline timeline)
    {
        var loss = timeline.WorstLoss == 0 ? "no traffic is lost" : $"traffic is lost for {Span(timeline.LossDuration)}, {Percent(timeline.WorstLoss)} of it at worst";
        return $"{loss}; at the end the group {(timeline.IsSettled ? "equals" : "does not equal")} the DNS";
    }

    /// <summary>A share in percent.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    /// <summary>A time as minutes and seconds.</summary>
    internal static string Clock(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes:00}:{time.Seconds:00}");

    private static string Span(TimeSpan time) => time.Seconds == 0 ? $"{time.TotalMinutes:0} min" : time < TimeSpan.FromMinutes(1) ? $"{time.Seconds} s" : $"{(int)time.TotalMinutes} min {time.Seconds} s";

    private static IEnumerable<string> Figures(Moment moment) => [$"{moment.Resolved.Count}", $"{moment.Registered}", $"{moment.Healthy}", Percent(moment.Lost)];

    private static void Append(StringBuilder text, string time, string resolved, string registered, string healthy, string lost, string what) =>
        text.Append($"{time,-6} {resolved,-4} {registered,-11} {healthy,-8} {lost,-6} {PlainText.Of(what)}".TrimEnd()).Append('\n');
}
