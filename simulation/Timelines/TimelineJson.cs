using System.Text.Json.Nodes;

namespace Orchestrator.Simulation.Timelines;

/// <summary>A timeline as JSON.</summary>
public static class TimelineJson
{
    private const int FormatVersion = 1;

    /// <summary>The JSON. Times are seconds from the beginning; of moments that are like the one before, only the first is there.</summary>
    public static JsonObject Of(Timeline timeline) => new()
    {
        ["formatVersion"] = FormatVersion,
        ["scenario"] = timeline.Scenario.Name,
        ["algorithm"] = timeline.Algorithm.ToString().ToLowerInvariant(),
        ["worstLoss"] = Math.Round(timeline.WorstLoss, 3),
        ["lossSeconds"] = timeline.LossDuration.TotalSeconds,
        ["settled"] = timeline.IsSettled,
        ["happenings"] = new JsonArray([.. timeline.Happenings.Select(each => new JsonObject { ["at"] = each.At.TotalSeconds, ["by"] = each.IsRun ? "function" : "scenario", ["what"] = each.Text })]),
        ["moments"] = Moments(timeline),
    };

    private static JsonArray Moments(Timeline timeline)
    {
        var moments = new JsonArray();
        var last = "";
        foreach (var moment in timeline.Moments)
        {
            var json = new JsonObject
            {
                ["resolved"] = new JsonArray([.. moment.Resolved.Select(address => (JsonNode)address.ToString())]),
                ["targets"] = new JsonObject(moment.Targets.Select(target => KeyValuePair.Create(target.Key.ToString(), (JsonNode?)target.Value.ToString().ToLowerInvariant()))),
                ["lost"] = Math.Round(moment.Lost, 3),
            };
            var text = json.ToJsonString();
            if (text != last)
            {
                last = text;
                json.Insert(0, "at", moment.At.TotalSeconds);
                moments.Add((JsonNode)json);
            }
        }
        return moments;
    }
}
