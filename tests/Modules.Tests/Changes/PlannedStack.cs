using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>A directory in which the real Terraform with the real provider plans modules over what their plan makes.</summary>
internal sealed partial class PlannedStack : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("changes-");
    private readonly TerraformDirectory _terraform;
    private readonly ProviderSchema _schema;

    /// <summary>Plans all, applies that, and plans again until all is known that Terraform can know.</summary>
    /// <param name="write">Writes the configuration into the directory.</param>
    /// <param name="resources">The resources of each module, by type and name.</param>
    internal PlannedStack(Action<string> write, IReadOnlyDictionary<string, JsonObject> resources)
    {
        _terraform = new TerraformDirectory(_directory.FullName);
        Clear();
        write(_directory.FullName);
        _terraform.Initialize();
        _schema = ProviderSchema.Of(_terraform);
        State = new AppliedState(Plan([], out _), _schema, resources);
        string again;
        do
        {
            again = Plan(State.Entries, out _);
        }
        while (State.Settle(again));
        StillPlanned = [.. JsonNode.Parse(again)!["resource_changes"]!.AsArray().Where(change => !IsNothing(change!)).Select(change => $"{change!["address"]} {change["change"]!["actions"]!.ToJsonString()}: {string.Join(", ", Differences(change["change"]!))}")];
    }

    /// <summary>What is there.</summary>
    internal AppliedState State { get; }

    /// <summary>What is planned although it is there already.</summary>
    internal IReadOnlyList<string> StillPlanned { get; }

    public void Dispose() => _directory.Delete(recursive: true);

    /// <summary>A plan of another configuration over a state, and what the provider refuses in it, by address: the rest is planned all the same.</summary>
    internal JsonNode Plan(Action<string> write, IEnumerable<StateEntry> state, out IReadOnlyDictionary<string, string> refused)
    {
        Clear();
        write(_directory.FullName);
        _terraform.Initialize();
        return JsonNode.Parse(Plan(state, out refused))!;
    }

    /// <summary>What <c>terraform fmt</c> would change in the files in the native syntax that are here.</summary>
    internal string Format() => _terraform.Try("fmt", "-check", "-diff", "-recursive", "-no-color").Output;

    /// <summary>Whether a planned change changes nothing.</summary>
    internal static bool IsNothing(JsonNode change) => change["change"]!["actions"]!.AsArray() is [var only] && (string?)only == "no-op";

    internal static IEnumerable<string> Differences(JsonNode change) =>
        (change["after"] as JsonObject ?? []).Where(entry => !JsonNode.DeepEquals(entry.Value, change["before"]?[entry.Key])).Select(entry => $"{entry.Key}: {change["before"]?[entry.Key]?.ToJsonString()} -> {entry.Value?.ToJsonString()}");

    private string Plan(IEnumerable<StateEntry> state, out IReadOnlyDictionary<string, string> refused)
    {
        File.WriteAllText(Path.Combine(_directory.FullName, "terraform.tfstate"), StateEntry.File(state, _schema));
        var result = _terraform.Try("plan", "-input=false", "-no-color", "-refresh=false", "-parallelism=30", "-out=plan");
        refused = Error().Matches(result.Error).GroupBy(match => match.Groups["address"].Value).ToDictionary(error => error.Key, error => error.First().Groups["text"].Value.Trim());
        Assert.True(result.ExitCode == 0 || refused.Count > 0, result.Error);
        return _terraform.Run("show", "-json", "plan");
    }

    /// <summary>Removes the configuration that was there before; what makes Terraform work offline stays.</summary>
    private void Clear()
    {
        foreach (var file in _directory.EnumerateFiles("*.tf.json").Where(file => file.Name != "test_override.tf.json"))
        {
            file.Delete();
        }
    }

    [GeneratedRegex("Error: (?<text>(?:(?!Error: ).)*?)with (?<address>module\\.[^,]+),", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Error();
}
