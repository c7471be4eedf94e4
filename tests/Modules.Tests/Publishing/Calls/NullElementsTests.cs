using Orchestrator.Modules.Publishing;
using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Modules.Tests.Publishing.Calls;

/// <summary>Null in the place of an element is told by name, in every collection of every module, and no other validation stumbles over it.</summary>
[Collection(nameof(Jsii))]
public sealed class NullElementsTests
{
    /// <summary>Rules whose validations join or count what is in elements, and stumble over null beside the one that tells it by name.</summary>
    private static readonly string[] Stumbling = ["ACM160", "EVT151", "LSN075", "NLB187", "RULE081", "RULE083", "RULE084", "RULE087", "RULE194", "SCALE145", "SCALE256", "SVC137", "TASK106"];

    [TerraformFact]
    public void Null_in_the_place_of_an_element_is_told_by_its_name()
    {
        var places = MadeModules.All.SelectMany(module => module.Variables.SelectMany(variable => Bound.Of(variable).Where(bound => bound.Constraint is NotNull).Select(bound => (Module: module, Bound: bound, Variables: ModuleTests.Broken(module, variable, bound))))).ToList();

        var messages = CalledValidations.Messages([.. places.Select(place => (place.Module, place.Variables))]);

        Assert.True(places.Count > 100, $"there are {places.Count} collections");
        var faults = places.Zip(messages).Where(told => !told.Second.Any(message => message.StartsWith($"{string.Join('.', told.First.Bound.Path)} is null", StringComparison.Ordinal)) || told.Second.Any(message => message.StartsWith(CalledValidations.Undecided, StringComparison.Ordinal) && !Stumbling.Any(rule => message.EndsWith($"({rule})", StringComparison.Ordinal))))
            .Select(told => $"{told.First.Module.Name} {string.Join('.', told.First.Bound.Path)}: {string.Join(" | ", told.Second)}").ToList();
        Assert.True(faults.Count == 0, $"{faults.Count} of {places.Count}:\n{string.Join('\n', faults)}");
    }
}
