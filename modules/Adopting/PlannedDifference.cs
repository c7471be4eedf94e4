using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>What a plan would do to a resource that was adopted.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Actions">The actions, as Terraform writes them: <c>update</c>, or <c>delete</c> and <c>create</c>.</param>
/// <param name="Attributes">The attributes that would change, and those within blocks: <c>health_check.path</c>.</param>
public sealed record PlannedDifference(string Address, IReadOnlyList<string> Actions, IReadOnlyList<string> Attributes)
{
    /// <summary>The differences of a plan.</summary>
    /// <param name="plan">What <c>terraform show -json</c> prints of it.</param>
    internal static IReadOnlyList<PlannedDifference> In(JsonNode plan) =>
    [
        .. from change in (plan["resource_changes"] as JsonArray ?? []).OfType<JsonObject>()
           let actions = StateResource.TextsOf(change["change"]?["actions"])
           where actions is not (["no-op"] or ["read"]) && !(actions is ["update"] && IsMarkedOnly(change["change"]!))
           select new PlannedDifference((string)change["address"]!, actions, actions is ["create"] or ["delete"] ? [] : [.. Of(change["change"]!["before"], change["change"]!["after"], change["change"]!["after_unknown"], "").Distinct()]),
    ];

    /// <summary>Whether nothing changes but which values Terraform calls sensitive: that is not in what it shows of a state.</summary>
    private static bool IsMarkedOnly(JsonNode change) => JsonNode.DeepEquals(change["before"], change["after"]) && !IsUnknown(change["after_unknown"]);

    private static bool IsUnknown(JsonNode? mark) => mark switch
    {
        JsonObject map => map.Any(entry => IsUnknown(entry.Value)),
        JsonArray list => list.Any(IsUnknown),
        _ => mark is not null && mark.GetValueKind() == JsonValueKind.True,
    };

    private static IEnumerable<string> Of(JsonNode? before, JsonNode? after, JsonNode? unknown, string path)
    {
        if (unknown is JsonValue || JsonNode.DeepEquals(before, after))
        {
            yield break;
        }
        if (before is JsonObject was && after is JsonObject will && (path.Length == 0 || Leaf(path) is not ("tags" or "tags_all")))
        {
            foreach (var name in was.Select(entry => entry.Key).Union(will.Select(entry => entry.Key)).Where(name => name != "tags_all"))
            {
                foreach (var below in Of(was[name], will[name], (unknown as JsonObject)?[name], path.Length == 0 ? name : $"{path}.{name}"))
                {
                    yield return below;
                }
            }
        }
        else if (before is JsonArray { Count: 1 } one && after is JsonArray { Count: 1 } other && one[0] is JsonObject && other[0] is JsonObject)
        {
            foreach (var below in Of(one[0], other[0], (unknown as JsonArray)?.FirstOrDefault(), path))
            {
                yield return below;
            }
        }
        else if (!(StateResource.IsNothing(before) && StateResource.IsNothing(after)))
        {
            yield return path;
        }
    }

    private static string Leaf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
