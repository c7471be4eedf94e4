using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Orchestrator.Review.Tests.Rules;

/// <summary>A case of a rule, from Cases/RULE.yaml: the changes of a plan, the outcome, and where the rule finds it.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Outcome"><c>violates</c>, <c>holds</c> or <c>cannotTell</c>.</param>
/// <param name="Plan">The plan's JSON.</param>
/// <param name="Settings">The settings' JSON.</param>
/// <param name="Says">Severity, address and attribute of each finding of the rule.</param>
internal sealed record PlanCase(string Name, string Outcome, string Plan, string Settings, IReadOnlyList<string> Says)
{
    private static readonly string Folder = Repository.PathOf("tests", "Review.Tests", "Rules", "Cases");
    private static readonly string[] Outcomes = ["violates", "holds", "cannotTell"];

    internal static IReadOnlyList<string> Rules { get; } = [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    internal static IReadOnlyList<PlanCase> Of(string rule)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(File.ReadAllText(Path.Combine(Folder, $"{rule}.yaml"))));
        return [.. ((YamlSequenceNode)stream.Documents[0].RootNode).Children.Select(node => Read(Json(node)!.AsObject()))];
    }

    private static PlanCase Read(JsonObject json)
    {
        var outcome = Outcomes.Single(json.ContainsKey);
        var says = json["says"] switch { JsonArray many => many.Select(item => (string)item!), null => [], var one => [(string)one!] };
        return new PlanCase((string)json[outcome]!, outcome, PlanJson.Of(json), json["settings"]?.ToJsonString() ?? "{}", [.. says]);
    }

    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "null" or "~" or "" } => null,
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } scalar => scalar.Value == "true",
        YamlScalarNode { Style: ScalarStyle.Plain } scalar when decimal.TryParse(scalar.Value, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalarNode scalar => scalar.Value,
        _ => throw new InvalidOperationException(),
    };
}
