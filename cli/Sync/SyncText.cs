using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Cli.Output;
using Orchestrator.Text;

namespace Orchestrator.Cli.Sync;

/// <summary>Reports of the function for people: a table for each target group.</summary>
internal static class SyncText
{
    private const string Nothing = "-";
    private static readonly string[] Heads = ["TARGET", "IN THE DNS", "REGISTERED", "OWNED", "CHANGE"];

    internal static string Of(SyncReport report) => string.Join('\n', report.Runs.Select(run => Of(run, report.IsDryRun)));

    private static string Of(JsonObject run, bool isDryRun)
    {
        var text = new StringBuilder();
        text.Append($"{Plain(run["loadBalancer"])} -> {PlainText.Of(ShortName((string)run["targetGroup"]!))}, port {run["port"]}: {(isDryRun ? Outlook(run) : Plain(run["result"]))}\n");
        var rows = Rows(run);
        if (rows.Count > 0)
        {
            text.Append('\n').Append(TextTable.Of(Heads, rows, "  ")).Append('\n');
        }
        if (run["observation"] is JsonObject observation)
        {
            text.Append($"  addresses     {SyncReport.Texts(observation["addresses"]).Count()}, by {Plain(observation["source"])}\n");
        }
        text.Append($"  last success  {LastSuccess(run)}\n");
        if (run["plan"]?["refusal"]?["reason"] is { } refusal)
        {
            text.Append($"  {((bool?)run["plan"]!["refusal"]!["alarm"] == true ? "refused" : "waiting")}       {Plain(refusal)}\n");
        }
        foreach (var note in SyncReport.Texts(run["notes"]))
        {
            text.Append($"  note          {PlainText.Of(note)}\n");
        }
        foreach (var problem in SyncReport.Texts(run["problems"]))
        {
            text.Append($"  error         {PlainText.Of(problem)}\n");
        }
        return text.ToString();
    }

    private static string Outlook(JsonObject run) => (string?)run["result"] switch
    {
        "failed" => "failed",
        "changed" => $"would register {SyncReport.Texts(run["plan"]?["register"]).Count()} and remove {SyncReport.Texts(run["plan"]?["deregister"]).Count()}",
        _ => "nothing would change",
    };

    private static List<IReadOnlyList<string>> Rows(JsonObject run)
    {
        var port = (int)run["port"]!;
        string TargetOf(string address) => address.Contains(':') ? $"[{address}]:{port}" : $"{address}:{port}";
        var resolved = SyncReport.Texts(run["observation"]?["addresses"]).Select(TargetOf).ToHashSet(StringComparer.Ordinal);
        var owned = SyncReport.Texts(run["owned"]).Select(TargetOf).ToHashSet(StringComparer.Ordinal);
        var registered = Pairs(run["registered"], "state");
        var reasons = Pairs(run["plan"]?["departures"], "reason");
        var isDryRun = (bool?)run["dryRun"] == true;
        var register = SyncReport.Texts(isDryRun ? run["plan"]?["register"] : run["done"]?["registered"]).ToHashSet(StringComparer.Ordinal);
        var deregister = SyncReport.Texts(isDryRun ? run["plan"]?["deregister"] : run["done"]?["deregistered"]).ToHashSet(StringComparer.Ordinal);
        return [.. registered.Keys.Concat(resolved.Where(target => !registered.ContainsKey(target))).Select(target => (IReadOnlyList<string>)
        [
            target,
            resolved.Contains(target) ? "yes" : "no",
            registered.GetValueOrDefault(target, Nothing),
            owned.Contains(target) && registered.ContainsKey(target) ? "yes" : "no",
            register.Contains(target) ? isDryRun ? "register" : "registered" : deregister.Contains(target) ? $"{(isDryRun ? "remove" : "removed")}: {reasons.GetValueOrDefault(target)}" : reasons.GetValueOrDefault(target, Nothing),
        ])];
    }

    private static Dictionary<string, string> Pairs(JsonNode? list, string value) =>
        list is JsonArray entries ? entries.ToDictionary(entry => (string)entry!["target"]!, entry => (string)entry![value]!, StringComparer.Ordinal) : [];

    private static string LastSuccess(JsonObject run)
    {
        if ((string?)run["succeededAt"] is not { } text)
        {
            return "not known: this process of the function has made no run yet";
        }
        var at = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        var age = DateTimeOffset.Parse((string)run["at"]!, CultureInfo.InvariantCulture) - at;
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, age.TotalSeconds):0} s ago, at {at.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC");
    }

    private static string Plain(JsonNode? value) => PlainText.Of($"{value}");

    private static string ShortName(string arn) => arn[(arn.LastIndexOf(':') + 1)..].Replace("targetgroup/", "", StringComparison.Ordinal);
}
