using System.Text.Json.Nodes;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Publishing.Calls;

/// <summary>What a call must give and does not, which Terraform refuses by the types of the variables.</summary>
internal static class MissingInputs
{
    /// <summary>Whether there is any.</summary>
    internal static bool AreIn(PublishedModule module, JsonObject variables) => IsMissing(module.Variables, variables);

    private static bool IsMissing(IReadOnlyList<VariableAttribute> attributes, JsonObject given) => attributes.Any(attribute => given[attribute.Name] is { } value ? IsMissing(attribute.Type, value) : attribute.IsRequired);

    private static bool IsMissing(VariableType type, JsonNode value) => (type, value) switch
    {
        (ObjectType record, JsonObject given) => IsMissing(record.Attributes, given),
        (MapType map, JsonObject entries) => entries.Any(entry => entry.Value is not null && IsMissing(map.Element, entry.Value)),
        (ListType list, JsonArray elements) => elements.Any(element => element is not null && IsMissing(list.Element, element)),
        _ => false,
    };
}
