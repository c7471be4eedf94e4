using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Orchestrator.Review.Tests.RealPlans;

/// <summary>
/// The state that would be there after a plan had been applied: the planned values, ids and ARNs made up, and references resolved by
/// what the plan repeats of the configuration.
/// </summary>
internal sealed class FabricatedState
{
    private const string Account = "eu-central-1:123456789012";

    /// <summary>What AWS fills in where nothing is given.</summary>
    private static readonly Dictionary<string, int> Defaults = new(StringComparer.Ordinal) { ["order"] = 1, ["timeout"] = 5 };

    private readonly JsonNode _plan;
    private readonly Dictionary<string, JsonObject> _attributes = new(StringComparer.Ordinal);

    private FabricatedState(string plan) => _plan = JsonNode.Parse(plan)!;

    /// <summary>The state file, from the JSON of a plan that creates everything.</summary>
    internal static string Of(string plan) => new FabricatedState(plan).Make();

    private string Make()
    {
        var changes = _plan["resource_changes"]!.AsArray().Select(change => change!.AsObject()).ToList();
        foreach (var change in changes)
        {
            _attributes[Text(change["address"])] = WithIdentity(change);
        }
        foreach (var change in changes)
        {
            var expressions = Configured(change)["expressions"] ?? new JsonObject();
            Resolve(_attributes[Text(change["address"])], change["change"]!["after_unknown"]!, expressions, (string?)change["module_address"] ?? "");
        }
        return new JsonObject
        {
            ["version"] = 4,
            ["terraform_version"] = "1.11.0",
            ["serial"] = 1,
            ["lineage"] = "0a1b2c3d-0000-4000-8000-000000000000",
            ["outputs"] = new JsonObject(),
            ["resources"] = new JsonArray([.. changes.GroupBy(change => (Text(change["module_address"]), Text(change["type"]), Text(change["name"]))).Select(Resource)]),
        }.ToJsonString();
    }

    private JsonNode Resource(IEnumerable<JsonObject> instances)
    {
        var first = instances.First();
        return new JsonObject
        {
            ["module"] = first["module_address"]?.DeepClone(),
            ["mode"] = "managed",
            ["type"] = Text(first["type"]),
            ["name"] = Text(first["name"]),
            ["provider"] = "provider[\"registry.terraform.io/hashicorp/aws\"]",
            ["instances"] = new JsonArray([.. instances.Select(change => (JsonNode)new JsonObject
            {
                ["schema_version"] = Configured(change)["schema_version"]?.DeepClone() ?? 0,
                ["index_key"] = change["index"]?.DeepClone(),
                ["attributes"] = _attributes[Text(change["address"])].DeepClone(),
            })]),
        };
    }

    /// <summary>The planned values, with the id and the ARN that AWS would give.</summary>
    private JsonObject WithIdentity(JsonObject change)
    {
        var attributes = change["change"]!["after"]!.DeepClone().AsObject();
        var type = Text(change["type"]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(change["address"]))))[..16];
        var name = (string?)attributes["name"] ?? (string?)attributes["function_name"] ?? hash;
        var identity = type switch
        {
            "aws_lb" => Elb($"loadbalancer/{((string?)attributes["load_balancer_type"] == "network" ? "net" : "app")}/{name}/{hash}"),
            "aws_lb_target_group" => Elb($"targetgroup/{name}/{hash}"),
            "aws_lb_listener" => Elb($"listener/app/web/0123456789abcdef/{hash}"),
            "aws_lb_listener_rule" => Elb($"listener-rule/app/web/0123456789abcdef/0123456789abcdef/{hash}"),
            "aws_eip" => $"eipalloc-{hash}",
            "aws_security_group" => $"sg-{hash}",
            "aws_security_group_rule" => $"sgrule-{uint.Parse(hash[..8], NumberStyles.HexNumber, CultureInfo.InvariantCulture)}",
            "aws_ecs_service" => $"arn:aws:ecs:{Account}:service/main/{name}",
            "aws_acm_certificate" => $"arn:aws:acm:{Account}:certificate/{hash}",
            "aws_lambda_function" or "aws_iam_role" => name,
            "aws_iam_role_policy" => $"{name}:targets",
            "aws_route53_record" => $"{attributes["zone_id"]}_{attributes["name"]}_{attributes["type"]}{(attributes["set_identifier"] is { } set ? $"_{set}" : "")}",
            _ => attributes["name"] is not null ? name : $"{type}-{hash}",
        };
        attributes["id"] = identity;
        Add(attributes, change, "arn", identity.StartsWith("arn:", StringComparison.Ordinal) ? identity : $"arn:aws:{type}:{Account}:{identity}");
        Add(attributes, change, "dns_name", $"{name}-{hash[..8]}.eu-central-1.elb.amazonaws.com");
        Add(attributes, change, "zone_id", "Z215JYRZR1TBD5");
        Add(attributes, change, "allocation_id", identity);
        Add(attributes, change, "public_ip", $"203.0.113.{byte.Parse(hash[..2], NumberStyles.HexNumber, CultureInfo.InvariantCulture)}");
        if (type == "aws_lb_target_group")
        {
            attributes["load_balancer_arns"] = new JsonArray();
        }
        if (attributes.ContainsKey("tags_all") || change["change"]!["after_unknown"]!["tags_all"] is not null)
        {
            attributes["tags_all"] = attributes["tags"]?.DeepClone() ?? new JsonObject();
        }
        if (type == "aws_lb")
        {
            AddSubnets(attributes);
        }
        return attributes;
    }

    /// <summary>AWS tells subnets and their mapping, whichever of the two was given.</summary>
    private static void AddSubnets(JsonObject attributes)
    {
        if (attributes["subnet_mapping"] is JsonArray { Count: > 0 } mapping)
        {
            attributes["subnets"] = new JsonArray([.. mapping.Select(item => item!["subnet_id"]!.DeepClone())]);
        }
        else if (attributes["subnets"] is JsonArray subnets)
        {
            attributes["subnet_mapping"] = new JsonArray([.. subnets.Select(subnet => (JsonNode)new JsonObject { ["subnet_id"] = subnet!.DeepClone(), ["allocation_id"] = "", ["private_ipv4_address"] = "", ["ipv6_address"] = "", ["outpost_id"] = "" })]);
        }
    }

    private void Add(JsonObject attributes, JsonObject change, string name, string value)
    {
        if (Configured(change)["expressions"]?[name] is null && change["change"]!["after_unknown"]![name]?.GetValueKind() == System.Text.Json.JsonValueKind.True)
        {
            attributes[name] = value;
        }
    }

    private static string Elb(string path) => $"arn:aws:elasticloadbalancing:{Account}:{path}";

    /// <summary>Fills in what refers to another resource.</summary>
    private void Resolve(JsonObject attributes, JsonNode unknown, JsonNode expressions, string module)
    {
        foreach (var (name, mark) in unknown.AsObject().ToList())
        {
            if (mark is JsonArray marks && expressions[name] is JsonArray blocks)
            {
                for (var index = 0; index < marks.Count && index < blocks.Count && marks[index] is JsonObject below; index++)
                {
                    Resolve(attributes[name]![index]!.AsObject(), below, blocks[index]!, module);
                }
            }
            else if (attributes[name] is null or JsonArray && expressions[name]?["references"] is JsonArray references && Find(Text(references[0]), module) is { } value)
            {
                attributes[name] = name == "security_groups" ? new JsonArray(value.DeepClone()) : value.DeepClone();
            }
            else if (attributes[name] is null && Defaults.TryGetValue(name, out var given))
            {
                attributes[name] = given;
            }
        }
    }

    private JsonNode? Find(string reference, string module)
    {
        var dot = reference.LastIndexOf('.');
        return _attributes.GetValueOrDefault($"{module}.{reference[..dot]}") is { } found ? found[reference[(dot + 1)..]] : null;
    }

    private JsonNode Configured(JsonObject change) =>
        _plan["configuration"]!["root_module"]!["module_calls"]![Text(change["module_address"])["module.".Length..]]!["module"]!["resources"]!.AsArray()
            .Single(resource => Text(resource!["type"]) == Text(change["type"]) && Text(resource["name"]) == Text(change["name"]))!;

    private static string Text(JsonNode? node) => (string?)node ?? "";
}
