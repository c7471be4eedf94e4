using Orchestrator.Modules.Publishing;
using Orchestrator.Modules.Tests.Publishing;
using Orchestrator.Modules.Tests.Publishing.Calls;
using Orchestrator.Modules.Tests.Synthesis;
using Xunit.Abstractions;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>The same of published modules: every input that a call gives is set to null, alone, over what the call made.</summary>
[Collection(nameof(Jsii))]
public sealed class PublishedChangesTests(ITestOutputHelper output)
{
    /// <summary>How many calls stand in one plan: the time that Terraform takes grows with the square of what it plans.</summary>
    private const int Together = 60;

    public static TheoryData<string> Modules => [.. Publisher.Names];

    [EveryCaseTheory]
    [MemberData(nameof(Modules))]
    public void What_is_set_to_null_in_a_call_is_planned_and_the_same_again_plans_nothing(string name)
    {
        var module = MadeModules.All.Single(module => module.Name == name);
        var exemptions = PublishedExemptions.Of(module);
        IReadOnlyList<ModuleCall> calls = [.. ModuleCall.Of(module)];
        var given = calls.SelectMany(call => call.Settings.Select(setting => (Call: call, Setting: setting))).Index()
            .Select(entry => (entry.Item.Call, Input: entry.Item.Setting.Bound, Without: new ModuleCall(module, $"c{entry.Index}", entry.Item.Setting.SetToNull(entry.Item.Call.Variables)))).ToList();
        IReadOnlyList<ModuleCall> asked = [.. calls, .. given.Select(entry => entry.Without)];
        var refused = asked.Zip(CalledValidations.Messages([.. asked.Select(call => (call.Module, call.Variables))])).Where(told => told.Second.Count > 0).ToDictionary(told => told.First.Address, told => told.Second);
        Assert.Equal("", string.Join('\n', calls.Where(call => refused.ContainsKey(call.Address)).Select(call => $"{call.Address}: {string.Join(" | ", refused[call.Address])}")));
        // Of the same input in several elements one is enough.
        var tried = given.Where(entry => !refused.ContainsKey(entry.Without.Address)).DistinctBy(entry => (entry.Call.Address, entry.Input)).ToList();

        List<string> faults = [];
        List<(string Input, ModuleCallChange Change)> changes = [];
        foreach (var part in tried.Chunk(Together))
        {
            IReadOnlyList<ModuleCall> made = [.. part.Select(entry => entry.Call).Distinct()];
            using var plan = new PlannedCalls(made, [.. part.Select(entry => (entry.Call, entry.Without))]);
            faults.AddRange(made.SelectMany(call => plan.Changed[call.Address].Where(change => !PlannedStack.IsNothing(change))).Select(change => $"{change["address"]} is planned though nothing changed: {change["change"]!["actions"]!.ToJsonString()} {string.Join(", ", PlannedStack.Differences(change["change"]!))}"));
            faults.AddRange(part.Where(entry => plan.Refused.ContainsKey(entry.Without.Address)).SelectMany(entry => Told(exemptions, entry.Input, plan.Refused[entry.Without.Address])));
            changes.AddRange(part.Where(entry => !plan.Refused.ContainsKey(entry.Without.Address)).Select(entry => (entry.Input, new ModuleCallChange([.. plan.New[entry.Call.Address]], [.. plan.New[entry.Without.Address]], [.. plan.Changed[entry.Without.Address]]))));
        }

        output.WriteLine($"{given.Count} inputs, of which {tried.Count} are tried and the others are wanted beside the rest, or tried elsewhere");
        faults.AddRange(changes.GroupBy(entry => entry.Input).SelectMany(same => Unplanned([.. same.Select(entry => entry.Change)]).SelectMany(part => Told(exemptions, same.Key, part))));
        faults.AddRange(ModuleSetting.Optional(module).Except(given.Select(entry => entry.Input)).SelectMany(input => Told(exemptions, input, PublishedExemptions.NotGiven)));
        faults.AddRange(exemptions.Unused.Select(unused => $"no input needs the exemption {unused}"));
        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
    }

    /// <summary>What stays when an input is set to null; that it makes no difference where no call gives another value than the default.</summary>
    private static IEnumerable<string> Unplanned(IReadOnlyList<ModuleCallChange> changes) => changes.Any(change => change.IsAny)
        ? changes.SelectMany(change => change.Unplanned).Distinct()
        : [PublishedExemptions.NothingDiffers];

    private static IEnumerable<string> Told(ExemptionList exemptions, string input, string part) => exemptions.ReasonOf(input, part) is null ? [$"{input}: {part}"] : [];
}
