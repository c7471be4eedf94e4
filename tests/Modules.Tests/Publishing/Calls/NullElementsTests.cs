using Orchestrator.Modules.Publishing;
using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Modules.Tests.Publishing.Calls;

/// <summary>Null in the place of an element or of a required attribute is told by name, in every module, and over that of an element no other validation stumbles.</summary>
[Collection(nameof(Jsii))]
public sealed class NullElementsTests
{
    [TerraformFact]
    public void Null_where_none_may_be_is_told_by_its_name()
    {
        var all = MadeModules.All.SelectMany(module => module.Variables.SelectMany(variable => Bound.Of(variable).Where(bound => bound.Constraint is NotNull).Select(bound => (Module: module, Bound: bound, Variables: ModuleTests.Broken(module, variable, bound))))).ToList();
        var places = Samples.Of(all, 4);

        var messages = CalledValidations.Messages([.. places.Select(place => (place.Module, place.Variables))]);

        Assert.True(all.Count > 300, $"there are {all.Count} places");
        var faults = places.Zip(messages).Where(told => !told.Second.Any(message => message.StartsWith($"{string.Join('.', told.First.Bound.Path)} is null", StringComparison.Ordinal)) || told.Second.Any(message => message.StartsWith(CalledValidations.Undecided, StringComparison.Ordinal) && told.First.Bound.Constraint != NotNull.Required))
            .Select(told => $"{told.First.Module.Name} {string.Join('.', told.First.Bound.Path)}: {string.Join(" | ", told.Second)}").ToList();
        Assert.True(faults.Count == 0, $"{faults.Count} of {places.Count}:\n{string.Join('\n', faults)}");
    }
}
