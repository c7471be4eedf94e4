using Orchestrator.Modules.Tests.Publishing.Calls;
using Orchestrator.Modules.Tests.Synthesis;
using Xunit.Abstractions;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>The same of published modules that make few resources for a call: every input that a call gives is set to null, alone, over what the call made.</summary>
[Collection(nameof(Jsii))]
public sealed class PublishedChangesTests(ITestOutputHelper output)
{
    [EveryCaseFact]
    public void What_is_set_to_null_in_a_call_is_planned_and_the_same_again_plans_nothing()
    {
        var given = ModuleCall.All.SelectMany(call => call.Settings.Select(setting => (Call: call, Setting: setting))).Index().Select(entry => Variant(entry.Index, entry.Item.Call, entry.Item.Setting)).ToList();
        IReadOnlyList<ModuleCall> asked = [.. ModuleCall.All, .. given.Select(entry => entry.Without)];
        var refused = asked.Zip(CalledValidations.Messages([.. asked.Select(call => (call.Module, call.Variables))])).Where(told => told.Second.Count > 0).ToDictionary(told => told.First.Address, told => told.Second);
        Assert.Equal("", string.Join('\n', ModuleCall.All.Where(call => refused.ContainsKey(call.Address)).Select(call => $"{call.Address}: {string.Join(" | ", refused[call.Address])}")));
        // Of the same input in several elements one is enough.
        var tried = given.Where(entry => !refused.ContainsKey(entry.Without.Address)).DistinctBy(entry => (entry.Call.Address, entry.Name)).ToList();

        using var plan = new PlannedCalls([.. tried.Select(entry => entry.Call).Distinct()], [.. tried.Select(entry => (entry.Call, entry.Without))]);
        var changes = tried.Select(entry => (entry.Name, Change: new ModuleCallChange([.. plan.New[entry.Call.Address]], [.. plan.New[entry.Without.Address]], [.. plan.Changed[entry.Without.Address]]))).ToList();

        output.WriteLine($"{given.Count} inputs, of which {tried.Count} are tried and the others are wanted beside the rest, or tried elsewhere; {plan.Changed.Sum(resources => resources.Count())} resources");
        var faults = tried.Select(entry => entry.Call).Distinct().SelectMany(call => plan.Changed[call.Address].Where(change => !PlannedStack.IsNothing(change))).Select(change => $"{change["address"]} is planned though nothing changed: {change["change"]!["actions"]!.ToJsonString()} {string.Join(", ", PlannedStack.Differences(change["change"]!))}")
            .Concat(plan.Refused.Select(refusal => $"{refusal.Key}: {refusal.Value}"))
            .Concat(changes.GroupBy(entry => entry.Name).SelectMany(same => Unplanned(same.Key, [.. same.Select(entry => entry.Change)])))
            .Concat(ModuleCall.Modules.SelectMany(module => ModuleSetting.Optional(module).Select(bound => $"{module.Name} {bound}")).Except(given.Select(entry => entry.Name)).SelectMany(name => Told(name, PublishedExemptions.NotGiven)))
            .ToList();
        faults.AddRange(PublishedExemptions.All.Unused.Select(unused => $"no input needs the exemption {unused}"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static (ModuleCall Call, string Name, ModuleCall Without) Variant(int index, ModuleCall call, ModuleSetting setting)
    {
        var name = $"{call.Module.Name} {setting.Bound}";
        return (call, name, new ModuleCall(call.Module, $"c{index}", setting.SetToNull(call.Variables)));
    }

    /// <summary>What stays when an input is set to null; that it makes no difference where no call gives another value than the default.</summary>
    private static IEnumerable<string> Unplanned(string name, IReadOnlyList<ModuleCallChange> changes) => changes.Any(change => change.IsAny)
        ? changes.SelectMany(change => change.Unplanned).Distinct().SelectMany(part => Told(name, part))
        : Told(name, PublishedExemptions.NothingDiffers);

    private static IEnumerable<string> Told(string name, string part) => PublishedExemptions.All.ReasonOf(name, part) is null ? [$"{name}: {part}"] : [];
}
