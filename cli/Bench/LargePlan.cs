using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Cli.Toolchain;
using Orchestrator.Review.Rules;

namespace Orchestrator.Cli.Bench;

/// <summary>
/// Plans of many changes: the example plan over and over, each time as another module with ids of its own, with as much beside each
/// change as a real plan has.
/// </summary>
internal static class LargePlan
{
    /// <summary>A real plan has 10 KB for each change: it states a resource up to four times.</summary>
    private const int PaddingPerChange = 2_500;

    private const string Id = "0a1b2c3d4e5f6";

    /// <summary>Where a plan of so many changes is.</summary>
    internal static string PathOf(string directory, int changes, bool repeatsIds = false) => Path.Combine(directory, $"plan-{changes}{(repeatsIds ? "-repeated" : "")}.json");

    /// <summary>Settings by which no finding blocks, so that the exit code is that of changes.</summary>
    internal static string SettingsOf(string directory) => Path.Combine(directory, "settings.json");

    /// <summary>Writes plans.</summary>
    /// <param name="plans">How many changes each has, and where it goes.</param>
    /// <param name="repeatsIds">Whether the modules share the ids of their resources, as in plans of a state that was made up.</param>
    /// <param name="padding">How many characters stand beside each change.</param>
    internal static void Write(IEnumerable<(int Changes, string File)> plans, bool repeatsIds = false, int padding = PaddingPerChange)
    {
        var example = JsonNode.Parse(File.ReadAllText(Checkout.PathOf("examples", "plans", "static-ip.json")))!;
        foreach (var (changes, file) in plans)
        {
            File.WriteAllText(SettingsOf(Path.GetDirectoryName(file)!), $$"""{ "severities": { {{string.Join(", ", PlanRules.All.Select(rule => $"\"{rule.Id}\": \"low\""))}} } }""");
            using var stream = File.Create(file);
            using var json = new Utf8JsonWriter(stream);
            WritePlan(json, example, changes, repeatsIds, padding);
        }
    }

    private static void WritePlan(Utf8JsonWriter json, JsonNode example, int count, bool repeatsIds, int padding)
    {
        var changes = example["resource_changes"]!.AsArray().Select(change => change!.ToJsonString()).ToList();
        var copies = Enumerable.Range(0, count).Select(number => (Text: changes[number % changes.Count], Copy: number / changes.Count))
            .Select(pair => (pair.Copy, Text: pair.Text.Replace("\"address\":\"", $"\"address\":\"module.m{pair.Copy}.")))
            .Select(pair => JsonNode.Parse(repeatsIds ? pair.Text : pair.Text.Replace(Id, $"{pair.Copy:x13}").Replace("eu-central-1:123456789012:", $"eu-central-1:123456789012:{pair.Copy}"))!.AsObject())
            .Select((change, number) => WithPadding(change, number / changes.Count, padding));
        json.WriteStartObject();
        json.WriteString("format_version", "1.2");
        json.WriteString("terraform_version", "1.11.4");
        json.WritePropertyName("planned_values");
        WriteValues(json, copies, "after");
        json.WriteStartArray("resource_changes");
        foreach (var change in copies)
        {
            change.WriteTo(json);
            json.Flush();
        }
        json.WriteEndArray();
        json.WriteStartObject("prior_state");
        json.WritePropertyName("values");
        WriteValues(json, copies, "before");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static JsonObject WithPadding(JsonObject change, int copy, int padding)
    {
        change["module_address"] = $"module.m{copy}";
        change["change"]!["before"]!["description"] = new string('x', padding);
        change["change"]!["after"]!["description"] = new string('x', padding);
        return change;
    }

    private static void WriteValues(Utf8JsonWriter json, IEnumerable<JsonObject> changes, string side)
    {
        json.WriteStartObject();
        json.WriteStartObject("root_module");
        json.WriteStartArray("resources");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("address", (string)change["address"]!);
            json.WritePropertyName("values");
            change["change"]![side]!.WriteTo(json);
            json.WriteStartObject("sensitive_values");
            json.WriteEndObject();
            json.WriteEndObject();
            json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
