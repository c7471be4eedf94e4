using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>
/// Calls of published modules as the real Terraform with the real provider plans them: where nothing is there yet, and those that give null for an input over what the calls with the input made.
/// All of them stand in one configuration that is initialized once and looks its calls up in files, since each start of the provider takes seconds.
/// </summary>
internal sealed partial class PlannedCalls : IDisposable
{
    /// <summary>How often a state takes from a plan over it what was not known before.</summary>
    private const int MostRounds = 4;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("calls-");
    private readonly TerraformDirectory _terraform;
    private readonly ProviderSchema _schema;

    /// <param name="made">The calls that are applied.</param>
    /// <param name="changed">The calls that are planned over what one of those made, with that one.</param>
    internal PlannedCalls(IReadOnlyList<ModuleCall> made, IReadOnlyList<(ModuleCall From, ModuleCall To)> changed)
    {
        IReadOnlyList<ModuleCall> all = [.. made, .. changed.Select(change => change.To)];
        _terraform = new TerraformDirectory(_directory.FullName);
        ModuleCallsDirectory.Write(_directory.FullName, all);
        _terraform.Initialize();
        _schema = ProviderSchema.Of(_terraform);
        New = Plan([], out _).ToLookup(StateEntry.StackOf);

        var first = new JsonObject { ["resource_changes"] = new JsonArray([.. made.SelectMany(call => New[call.Address]).Select(change => change.DeepClone())]) };
        var state = new AppliedState(first.ToJsonString(), _schema, made.ToDictionary(call => call.Address, call => call.Module.Configuration["resource"]!.DeepClone().AsObject()));
        ModuleCallsDirectory.WriteCalls(_directory.FullName, made, all);
        for (var round = 0; round < MostRounds && state.Settle(new JsonObject { ["resource_changes"] = new JsonArray([.. Plan(state.Entries, out _).Select(change => change.DeepClone())]) }.ToJsonString()); round++)
        {
        }

        var entries = state.Entries.ToLookup(entry => entry.Stack);
        IReadOnlyList<JsonNode> planned;
        Dictionary<string, string> refusals = [];
        var left = all;
        do
        {
            // What depends on what the provider refuses is planned for no call of the module.
            left = [.. left.Where(call => !refusals.ContainsKey(call.Address))];
            ModuleCallsDirectory.WriteCalls(_directory.FullName, left, all);
            planned = Plan([.. made.SelectMany(call => entries[call.Address]), .. changed.Where(change => left.Contains(change.To)).SelectMany(change => entries[change.From.Address].Select(entry => entry with { Stack = change.To.Address }))], out var refused);
            foreach (var (address, text) in refused)
            {
                refusals[left.First(call => address.StartsWith($"module.{call.Address}.", StringComparison.Ordinal)).Address] = text;
            }
        }
        while (left.Any(call => refusals.ContainsKey(call.Address)));
        Changed = planned.ToLookup(StateEntry.StackOf);
        Refused = refusals;
    }

    /// <summary>What is planned of each call where nothing is there yet, by its address.</summary>
    internal ILookup<string, JsonNode> New { get; }

    /// <summary>What is planned over what is there.</summary>
    internal ILookup<string, JsonNode> Changed { get; }

    /// <summary>What the provider refuses to plan over what is there, by the address of the call.</summary>
    internal IReadOnlyDictionary<string, string> Refused { get; }

    public void Dispose() => _directory.Delete(recursive: true);

    private IReadOnlyList<JsonNode> Plan(IEnumerable<StateEntry> state, out IReadOnlyDictionary<string, string> refused)
    {
        File.WriteAllText(Path.Combine(_directory.FullName, "terraform.tfstate"), StateEntry.File(state, _schema));
        var result = _terraform.Try("plan", "-input=false", "-no-color", "-refresh=false", "-parallelism=30", "-out=plan");
        refused = Error().Matches(result.Error).GroupBy(match => match.Groups["address"].Value).ToDictionary(error => error.Key, error => error.First().Groups["text"].Value.Trim());
        Assert.True(result.ExitCode == 0 || refused.Count > 0, result.Error);
        return [.. JsonNode.Parse(_terraform.Run("show", "-json", "plan"))!["resource_changes"]!.AsArray().Select(change => change!)];
    }

    [GeneratedRegex("Error: (?<text>(?:(?!Error: ).)*?)with (?<address>module\\.[^,]+),", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Error();
}
