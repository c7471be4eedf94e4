using System.Text;
using Orchestrator.Diagram;
using Orchestrator.Hostile.Tests.Output;
using Orchestrator.Lambda.State;
using Orchestrator.Modules.Diagrams;
using Orchestrator.Modules.Manifest;
using Orchestrator.Review;
using Orchestrator.Review.Acknowledgements;
using Orchestrator.Review.Masking;
using Orchestrator.Review.Output;
using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;
using Orchestrator.Simulation.Play;
using Orchestrator.Text;

namespace Orchestrator.Hostile.Tests.Readers;

/// <summary>What reads bytes from outside: each with good inputs, and with the exceptions that it tells mistakes by. Any other one is a bug.</summary>
internal static class EveryReader
{
    private static readonly DateOnly Today = new(2026, 1, 1);
    private static readonly Reviewer Reviewer = new(PlanRules.All);

    internal static IReadOnlyDictionary<string, Reader> All { get; } = new Dictionary<string, Reader>
    {
        ["manifest"] = new(Files("examples", "*.yaml"), Manifest),
        ["plan"] = new([.. Files(Path.Combine("examples", "plans"), "*.json"), .. Files(Path.Combine("tests", "Review.Tests", "Plans"), "*.json").Where(file => file.Length < 60_000)], Plan, typeof(UnreadablePlanException)),
        ["scenario"] = new(Files(Path.Combine("simulation", "Scenarios"), "*.yaml"), bytes => ScenarioReader.Read("scenario.yaml", Text(bytes)), typeof(ScenarioException)),
        ["workflow"] = new([.. Files(Path.Combine("docs", "workflows"), "*.yml")], bytes => YamlInput.Read(Text(bytes)), typeof(YamlDotNet.Core.YamlException)),
        ["acknowledgements"] = new([Bytes("""{ "acknowledgements": [{ "rule": "PLAN01", "address": "aws_lb.web", "fingerprint": "0123456789abcdef", "reason": "Agreed.", "expires": "2030-12-31" }] } // said"""u8)], bytes => AcknowledgementReader.Read("acks.json", Text(bytes), PlanRules.All), typeof(InvalidInputException)),
        ["settings"] = new([Bytes("""{ "severities": { "PLAN01": "high" }, "cannotTell": "low", "webPorts": [80, 443], "mostDeletes": 3, "account": "111122223333", "region": "eu-central-1", "expectsState": true, "outputsReadElsewhere": ["vpc"] }"""u8)], bytes => SettingsReader.Read("settings.json", Text(bytes), PlanRules.All), typeof(InvalidInputException)),
        ["state"] = new([Bytes("""{ "format_version": "1.0", "values": { "outputs": { "password": { "sensitive": true, "type": "string", "value": "hunter2" } }, "root_module": { "resources": [{ "address": "a.b", "values": { "c": [1, { "d": "e" }] }, "sensitive_values": { "c": [false, { "d": true }] } }], "child_modules": [{ "resources": [] }] } } }"""u8)], bytes => StateSecrets.Read(new MemoryStream(bytes)), typeof(System.Text.Json.JsonException), typeof(InvalidOperationException)),
        ["ownership record"] = new([StateFormat.Write(SyncState.Empty(Key))], bytes => StateFormat.Read(bytes, Key), typeof(UnreadableStateException)),
        ["record of the Python function"] = new([Bytes("""{ "LoadBalancerName": "web", "TimeStamp": "2020-01-01", "IPList": ["10.0.0.1", "10.0.0.2"], "IPCount": 2 }"""u8), Bytes("""{ "10.0.0.1": 1, "10.0.0.2": 2 }"""u8), Bytes("""  "{\"10.0.0.1\": 1}"  """u8)], bytes => LegacyState.Read("active_ip.json", bytes), typeof(UnreadableStateException)),
    };

    private static StateKey Key => new("web-0123456789.eu-central-1.elb.amazonaws.com", "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/web/0123456789abcdef", 80);

    private static void Manifest(byte[] bytes)
    {
        var results = ManifestReader.ReadEnvironments(Text(bytes), "web.yaml", AppContext.BaseDirectory, name => name == "A" ? "hunter2-hunter2" : null, Today);
        foreach (var result in results)
        {
            Harmless.Check(PlainText.Page(string.Join('\n', result.Findings.Select(finding => PlainText.Of(finding.Message)))));
            Harmless.Check(result.IsYaml ? PlainText.Page(ManifestText.Of(result)) : "");
            if (!result.HasErrors)
            {
                Harmless.Check(PlainText.Page(Mermaid.Of(ManifestDiagram.Of(result))));
            }
        }
        if (results is [{ IsYaml: true } one, { IsYaml: true } other, ..])
        {
            Harmless.Check(PlainText.Page(string.Join('\n', ManifestDifferences.Of(one, other).Select(PlainText.Of))));
        }
    }

    private static void Plan(byte[] bytes)
    {
        var review = Reviewer.Review(PlanReader.Read(new MemoryStream(bytes)), today: Today);
        foreach (var page in new[] { ReviewText.Of(review), ReviewMarkdown.Of(review), ReviewJson.Of(review), ReviewSarif.Of(review, PlanRules.All, "plan.json"), ReviewHtml.Of(review) })
        {
            Harmless.Check(PlainText.Page(page));
        }
    }

    /// <summary>As files are read: other bytes than UTF-8 have been refused before.</summary>
    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimStart('\ufeff');

    private static byte[] Bytes(ReadOnlySpan<byte> text) => text.ToArray();

    private static IReadOnlyList<byte[]> Files(string folder, string pattern) =>
        [.. Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
}

/// <summary>A reader.</summary>
/// <param name="Corpus">Good inputs.</param>
/// <param name="Read">Reads one.</param>
/// <param name="Told">The exceptions that tell what is wrong with an input.</param>
internal sealed record Reader(IReadOnlyList<byte[]> Corpus, Action<byte[]> Read, params IReadOnlyList<Type> Told);
