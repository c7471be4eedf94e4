using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>
/// Values in the form in which AWS gives them back, as the provider then remembers them: policies with one thing for a list of one and in another
/// order, containers with all that ECS adds, names of the DNS in lower case and without the final dot, a table with its own encryption with none, the
/// function of a permission without its version or alias, the task definition of a service with its revision.
/// </summary>
internal static class AwsForms
{
    /// <summary>The attributes of a resource as AWS gives them back.</summary>
    internal static JsonObject Of(string type, JsonObject attributes)
    {
        var given = attributes.DeepClone().AsObject();
        foreach (var (name, value) in attributes)
        {
            switch (type, name, value)
            {
                case (_, "policy" or "assume_role_policy", JsonValue policy):
                    given[name] = Policy(JsonNode.Parse((string)policy!)!)!.ToJsonString();
                    break;
                case ("aws_ecs_task_definition", "container_definitions", JsonValue containers):
                    given[name] = new JsonArray([.. JsonNode.Parse((string)containers!)!.AsArray().Select(container => (JsonNode)Container(container!.AsObject()))]).ToJsonString();
                    break;
                case ("aws_route53_record" or "aws_route53_zone", "name", JsonValue domain):
                    given[name] = DomainName(domain);
                    break;
                case ("aws_route53_record", "alias", JsonArray { Count: 1 } alias):
                    given[name]![0]!["name"] = DomainName(alias[0]!["name"]!);
                    break;
                case ("aws_dynamodb_table", "server_side_encryption", JsonArray { Count: 1 } encryption) when !(bool)encryption[0]!["enabled"]!:
                    given[name] = new JsonArray();
                    break;
                case ("aws_lambda_permission", "function_name", JsonValue function) when ((string)function!).Split(':') is { Length: > 7 } parts:
                    (given[name], given["qualifier"]) = (string.Join(':', parts[..7]), parts[7]);
                    break;
                case ("aws_ecs_service", "task_definition", JsonValue task) when !((string)task!).Split('/')[^1].Contains(':', StringComparison.Ordinal):
                    given[name] = $"{task}:1";
                    break;
                case ("aws_acm_certificate", "domain_name", JsonValue domain):
                    given[name] = DomainName(domain);
                    break;
                case ("aws_acm_certificate", "subject_alternative_names", JsonArray domains):
                    given[name] = new JsonArray([.. domains.Select(domain => (JsonNode)DomainName(domain!))]);
                    break;
            }
        }
        return given;
    }

    private static string DomainName(JsonNode name) => ((string)name!).TrimEnd('.').ToLowerInvariant();

    private static JsonNode? Policy(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.OrderByDescending(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, Policy(entry.Value)))),
        JsonArray { Count: 1 } list when list[0] is JsonValue => list[0]!.DeepClone(),
        JsonArray list => new JsonArray([.. list.Select(Policy)]),
        _ => node?.DeepClone(),
    };

    /// <summary>What ECS answers of a container that says as little as can be.</summary>
    private static JsonObject Container(JsonObject container)
    {
        var given = container.DeepClone().AsObject();
        given.TryAdd("cpu", 0);
        foreach (var list in new[] { "environment", "mountPoints", "portMappings", "systemControls", "volumesFrom" })
        {
            given.TryAdd(list, new JsonArray());
        }
        given["environment"] = new JsonArray([.. given["environment"]!.AsArray().Reverse().Select(entry => entry!.DeepClone())]);
        foreach (var port in given["portMappings"]!.AsArray().Select(port => port!.AsObject()))
        {
            port.TryAdd("protocol", "tcp");
        }
        return given;
    }
}
