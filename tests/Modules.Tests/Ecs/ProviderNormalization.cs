using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Tests.Ecs;

/// <summary>
/// What ECS and the AWS provider make of container definitions before the provider compares what is configured with what ECS answers: names in
/// order, ECS's defaults filled in, nothing empty.
/// </summary>
internal static class ProviderNormalization
{
    internal static JsonArray Of(JsonArray containers) =>
        new([.. containers.Select(container => Container((JsonObject)container!.DeepClone())).OrderBy(container => (string)container["name"]!, StringComparer.Ordinal)]);

    private static JsonObject Container(JsonObject container)
    {
        container["essential"] ??= true;
        Sort(container, "environment");
        Sort(container, "secrets");
        if (container["healthCheck"] is JsonObject check)
        {
            check["interval"] ??= 30;
            check["retries"] ??= 3;
            check["timeout"] ??= 5;
        }
        foreach (var mapping in container["portMappings"]?.AsArray() ?? [])
        {
            mapping!["hostPort"] ??= mapping["containerPort"]!.DeepClone();
            mapping["protocol"] ??= "tcp";
        }
        foreach (var (key, _) in container.Where(property => property.Value is JsonArray { Count: 0 } or JsonObject { Count: 0 }).ToList())
        {
            container.Remove(key);
        }
        return container;
    }

    private static void Sort(JsonObject container, string list)
    {
        if (container[list] is JsonArray values)
        {
            container[list] = new JsonArray([.. values.Select(value => value!.DeepClone()).OrderBy(value => (string)value["name"]!, StringComparer.Ordinal)]);
        }
    }
}
