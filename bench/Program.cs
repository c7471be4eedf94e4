using System.Text.Json.Nodes;
using Orchestrator.Lambda.Bench;

// Arguments: how many times to measure what takes long, and the bootstraps of unpacked functions.
var runs = int.Parse(args[0]);
var usual = new Lists(24, TimeSpan.FromMilliseconds(5));
var figures = new JsonObject
{
    ["subject"] = Json(await usual.OursAsync(runs * 20)),
    ["baseline"] = Json((await usual.SequentialAsync(runs)).Seconds),
    ["sampled"] = Json(await usual.OursAsync(runs * 20, hasAll: false)),
    ["complete"] = await usual.CompleteAsync(10_000),
    ["lists"] = await EveryListAsync(),
};
var functions = args.Skip(1).Select(bootstrap => new Function(bootstrap)).ToList();
for (var run = 0; run < runs; run++)
{
    // In turn, so that what else the machine does meets all alike.
    foreach (var function in functions)
    {
        await function.MeasureAsync();
    }
}
figures["functions"] = new JsonArray([.. functions.Select(function => function.Figures)]);
Console.WriteLine(figures.ToJsonString());

// Few and many addresses, near and far servers.
async Task<JsonArray> EveryListAsync()
{
    var all = new JsonArray();
    foreach (var (count, milliseconds) in new[] { (8, 1), (8, 5), (8, 50), (24, 1), (24, 5), (24, 50), (100, 1), (100, 5), (100, 50) })
    {
        var lists = new Lists(count, TimeSpan.FromMilliseconds(milliseconds));
        var (seconds, found) = await lists.SequentialAsync(runs);
        all.Add(new JsonObject
        {
            ["addresses"] = count,
            ["milliseconds"] = milliseconds,
            ["subject"] = Json(await lists.OursAsync(runs)),
            ["baseline"] = Json(seconds),
            ["baselineFound"] = found,
        });
    }
    return all;
}

static JsonArray Json(IEnumerable<double> seconds) => new([.. seconds.Order().Select(value => (JsonNode)value)]);
