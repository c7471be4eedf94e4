using System.Text.Json.Nodes;
using Orchestrator.Lambda.Bench;

// Arguments: the unpacked function's bootstrap, and how many times to measure what takes long.
var runs = int.Parse(args[1]);
var figures = new JsonObject
{
    ["subject"] = Json(await Lists.OursAsync(runs * 20)),
    ["baseline"] = Json(await Lists.SequentialAsync(runs)),
    ["sampled"] = Json(await Lists.OursAsync(runs * 20, hasAll: false)),
    ["complete"] = await Lists.CompleteAsync(10_000),
};
await Function.MeasureAsync(args[0], runs, figures);
Console.WriteLine(figures.ToJsonString());

static JsonArray Json(IEnumerable<double> seconds) => new([.. seconds.Order().Select(value => (JsonNode)value)]);
