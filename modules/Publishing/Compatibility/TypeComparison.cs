using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Publishing;

/// <summary>Compares types of variables.</summary>
internal static class TypeComparison
{
    /// <summary>The changes from one type to another.</summary>
    internal static IEnumerable<ModuleChange> Of(string place, VariableType before, VariableType after) => (before, after) switch
    {
        (ScalarType old, ScalarType now) when old.Name == now.Name => [],
        (ScalarType old, ScalarType { Name: "any" } now) => [new(Weight.Adds, place, "takes values of any type", old.Name, now.Name)],
        // Terraform converts these without a loss.
        (ScalarType { Name: "number" or "bool" } old, ScalarType { Name: "string" } now) => [new(Weight.Risky, place, "is a string now, which what was given is converted to", old.Name, now.Name)],
        (ListType old, ListType now) => Of($"{place}[]", old.Element, now.Element),
        (MapType old, MapType now) => Of($"{place}.*", old.Element, now.Element),
        (ObjectType old, ObjectType now) => Objects(place, old, now),
        _ => [new(Weight.Breaks, place, $"is {Kind(after)}, before {Kind(before)}", TypeText.Of(before), TypeText.Of(after))],
    };

    /// <summary>The change of a default.</summary>
    internal static ModuleChange OtherDefault(string place, string before, string after) => new(Weight.Risky, place, $"has another default: {before} before, {after} now", before, after);

    private static IEnumerable<ModuleChange> Objects(string place, ObjectType before, ObjectType after)
    {
        var now = after.Attributes.ToDictionary(attribute => attribute.Name);
        foreach (var old in before.Attributes)
        {
            var at = $"{place}.{old.Name}";
            if (!now.TryGetValue(old.Name, out var attribute))
            {
                // Terraform drops what a type does not name, so nothing would fail.
                yield return new(Weight.Breaks, at, "is gone, and is ignored where it is given");
                continue;
            }
            foreach (var change in Attribute(at, old, attribute).Concat(Of(at, old.Type, attribute.Type)))
            {
                yield return change;
            }
        }
        foreach (var attribute in after.Attributes.ExceptBy(before.Attributes.Select(old => old.Name), attribute => attribute.Name))
        {
            yield return attribute.IsRequired ? new(Weight.Breaks, $"{place}.{attribute.Name}", "is new, and must be given") : new(Weight.Adds, $"{place}.{attribute.Name}", "is new");
        }
    }

    private static IEnumerable<ModuleChange> Attribute(string at, VariableAttribute before, VariableAttribute after)
    {
        if (!before.IsRequired && after.IsRequired)
        {
            yield return new(Weight.Breaks, at, "must be given now");
        }
        else if (before.IsRequired && !after.IsRequired)
        {
            yield return new(Weight.Adds, at, "need not be given any more");
        }
        else if (before.Default is not null && after.Default is null && !after.IsRequired)
        {
            yield return new(Weight.Breaks, at, $"has no default any more; it was {before.Default}", $"{before.Default}");
        }
        else if (!JsonNode.DeepEquals(before.Default, after.Default))
        {
            yield return OtherDefault(at, before.Default?.ToString() ?? "null", after.Default?.ToString() ?? "null");
        }
    }

    private static string Kind(VariableType type) => type switch
    {
        ScalarType scalar => $"a {scalar.Name}",
        ListType => "a list",
        MapType => "a map",
        _ => "an object",
    };
}
