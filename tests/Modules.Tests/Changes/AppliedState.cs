using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>
/// The state that is there when a plan has been applied: the planned values; ids, ARNs and what else AWS would answer, made up; and what refers to
/// those as Terraform itself evaluates it when it plans over the first of them.
/// </summary>
internal sealed partial class AppliedState
{
    private const string Account = "eu-central-1:123456789012";
    private readonly ProviderSchema _schema;
    private readonly List<JsonObject> _changes;
    private readonly Dictionary<string, JsonObject> _attributes = [];
    private readonly HashSet<string> _referenced;

    /// <param name="plan">The plan, which creates everything.</param>
    /// <param name="schema">The provider's schema.</param>
    /// <param name="configurations">The resources of each module, by kind and name.</param>
    internal AppliedState(string plan, ProviderSchema schema, IReadOnlyDictionary<string, JsonObject> configurations)
    {
        _schema = schema;
        _changes = [.. JsonNode.Parse(plan)!["resource_changes"]!.AsArray().Select(change => change!.AsObject())];
        _referenced = [.. configurations.SelectMany(module => Referenced().Matches(module.Value.ToJsonString())).Select(match => $"{match.Groups["address"].Value}.{match.Groups["attribute"].Value}")];
        foreach (var change in _changes)
        {
            _attributes[Text(change["address"])] = Answered(change);
        }
        foreach (var change in _changes)
        {
            var module = Text(change["module_address"]);
            Resolve(_attributes[Text(change["address"])], change["change"]!["after_unknown"]!, configurations[module["module.".Length..]][Text(change["type"])]![Text(change["name"])]!, module);
            ReferToItself(_attributes[Text(change["address"])], change["change"]!["after_unknown"]!);
        }
    }

    /// <summary>What is in it.</summary>
    internal IEnumerable<StateEntry> Entries => _changes.Select(change => StateEntry.Planned(change) with { Attributes = AwsForms.Of(Text(change["type"]), _attributes[Text(change["address"])]) });

    /// <summary>Takes what was not known at first from a plan over this state; false where there is nothing to take.</summary>
    internal bool Settle(string plan)
    {
        var settled = false;
        foreach (var change in JsonNode.Parse(plan)!["resource_changes"]!.AsArray().Select(change => change!.AsObject()))
        {
            var first = _changes.First(candidate => Text(candidate["address"]) == Text(change["address"]));
            settled |= Fill(_attributes[Text(change["address"])], first["change"]!["after_unknown"], change["change"]!["after"]);
        }
        return settled;
    }

    /// <summary>Fills in plain references, which some resources must not be without for a moment.</summary>
    private void Resolve(JsonObject attributes, JsonNode unknown, JsonNode configuration, string module)
    {
        foreach (var (name, unknowns) in unknown.AsObject().Where(entry => configuration[entry.Key] is not null))
        {
            if (configuration[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String && attributes[name] is null)
            {
                attributes[name] = Resolved((string)value!, module) ?? attributes[name]?.DeepClone();
            }
            else if (configuration[name] is JsonArray strings && strings.All(item => item is JsonValue) && strings.Select(item => Resolved((string)item!, module)).ToList() is var all && all.TrueForAll(item => item is not null))
            {
                attributes[name] = new JsonArray([.. all]);
            }
            else if (unknowns is JsonArray marks && attributes[name] is JsonArray blocks)
            {
                List<JsonNode?> written = configuration[name] is JsonArray list ? [.. list] : [configuration[name]];
                foreach (var (mark, block) in marks.Zip(blocks).Where(pair => pair is { First: JsonObject, Second: JsonObject }))
                {
                    // Blocks of a set come in an order of the provider's.
                    if (written.Find(candidate => candidate is JsonObject && IsOf(candidate.AsObject(), block!.AsObject())) is { } own)
                    {
                        written.Remove(own);
                        Resolve(block!.AsObject(), mark!, own, module);
                    }
                }
            }
        }
    }

    /// <summary>The group that a rule refers to and that is not known before the apply is the rule's own: without it the provider breaks off the plan over this state.</summary>
    private static void ReferToItself(JsonObject attributes, JsonNode unknown)
    {
        const string Peer = "referenced_security_group_id";
        if (IsUnknown(unknown, Peer) && attributes[Peer] is null)
        {
            attributes[Peer] = attributes["security_group_id"]?.DeepClone();
        }
    }

    /// <summary>Whether a block is what is written, as far as that is known.</summary>
    private static bool IsOf(JsonObject written, JsonObject block) => written.All(entry =>
        entry.Value is not JsonValue value || value.ToString().Contains("${", StringComparison.Ordinal) || block[entry.Key] is not JsonValue planned || planned.ToString() == value.ToString());

    private JsonNode? Resolved(string template, string module)
    {
        var text = Reference().Replace(template, match => (string?)_attributes.GetValueOrDefault($"{module}.{match.Groups["address"].Value}")?[match.Groups["attribute"].Value]?.ToString() ?? match.Value);
        return text.Contains("${", StringComparison.Ordinal) ? null : text;
    }

    /// <summary>Takes what was not known from what is; false where there is nothing to take.</summary>
    internal static bool Fill(JsonObject into, JsonNode? unknown, JsonNode? planned)
    {
        var filled = false;
        foreach (var (name, mark) in unknown!.AsObject())
        {
            if (planned?[name] is not { } value)
            {
                continue;
            }
            if (mark is JsonValue && into[name] is null or JsonArray { Count: 0 } && value is not JsonArray { Count: 0 } || mark is JsonArray && into[name] is not JsonArray { Count: > 0 } && value is not JsonArray { Count: 0 })
            {
                into[name] = value.DeepClone();
                filled = true;
            }
            else if (mark is JsonArray marks && into[name] is JsonArray list && value is JsonArray values)
            {
                filled |= FillList(list, marks, values);
            }
            else if (mark is JsonObject && into[name] is JsonObject below)
            {
                filled |= Fill(below, mark, value);
            }
        }
        return filled;
    }

    private static bool FillList(JsonArray list, JsonArray marks, JsonArray values)
    {
        var filled = false;
        List<JsonNode?> left = [.. values];
        for (var index = 0; index < marks.Count && index < values.Count; index++)
        {
            if (marks[index] is JsonObject mark && index < list.Count && list[index] is JsonObject below)
            {
                // Blocks of a set come in an order of the provider's, another one when more of them is known.
                var own = left.Find(value => value is JsonObject candidate && IsKnownAs(below, mark, candidate)) ?? values[index];
                left.Remove(own);
                filled |= Fill(below, mark, own);
            }
            else if (marks[index] is JsonValue unknown && unknown.GetValueKind() == JsonValueKind.True && (index >= list.Count || list[index] is null))
            {
                list[index] = values[index]?.DeepClone();
                filled |= values[index] is not null;
            }
        }
        return filled;
    }

    /// <summary>Whether what is known of a block is what a planned one has.</summary>
    private static bool IsKnownAs(JsonObject block, JsonNode mark, JsonObject planned) => block.All(entry => mark[entry.Key] is not null || JsonNode.DeepEquals(entry.Value, planned[entry.Key]));

    /// <summary>What a planned resource has when it is there, without what refers to others.</summary>
    internal JsonObject Answered(JsonObject change)
    {
        var attributes = change["change"]!["after"]!.DeepClone().AsObject();
        var type = Text(change["type"]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text(change["address"]))))[..16];
        var name = (string?)attributes["name"] ?? (string?)attributes["function_name"] ?? (string?)attributes["bucket"] ?? hash;
        var unknown = change["change"]!["after_unknown"]!;
        foreach (var (computed, kind, _) in _schema.Computed(type).Where(attribute => IsUnknown(unknown, attribute.Name) && (attribute.IsOnly || _referenced.Contains($"{type}.{Text(change["name"])}.{attribute.Name}"))))
        {
            attributes[computed] = kind.ToJsonString() switch
            {
                "\"string\"" => computed == "arn" || computed.EndsWith("_arn", StringComparison.Ordinal) ? Arn(type, name, hash) : $"{hash}",
                "\"number\"" => 1,
                "\"bool\"" => false,
                _ => attributes[computed],
            };
        }
        foreach (var (collection, empty) in _schema.Collections(type).Where(collection => IsUnknown(unknown, collection.Name)))
        {
            attributes[collection] = empty;
        }
        attributes["id"] = IdOf(type, name, hash, attributes);
        if (type == "aws_acm_certificate")
        {
            attributes["domain_validation_options"] = new JsonArray([.. (attributes["subject_alternative_names"] as JsonArray ?? []).Select(domain => (string)domain!).Append((string)attributes["domain_name"]!).Distinct().Select(domain => (JsonNode)new JsonObject
            {
                ["domain_name"] = domain,
                ["resource_record_name"] = $"_{hash}.{domain.Replace("*.", "", StringComparison.Ordinal)}.",
                ["resource_record_type"] = "CNAME",
                ["resource_record_value"] = $"_{hash}.acm-validations.aws.",
            })]);
        }
        if (unknown["tags_all"] is not null)
        {
            attributes["tags_all"] = attributes["tags"]?.DeepClone() ?? new JsonObject();
        }
        AwsDefaults.Fill(type, attributes);
        return attributes;
    }

    private static bool IsUnknown(JsonNode unknown, string name) => unknown[name]?.GetValueKind() == JsonValueKind.True;

    private static string IdOf(string type, string name, string hash, JsonObject attributes) => type switch
    {
        "aws_eip" => $"eipalloc-{hash}",
        "aws_security_group" => $"sg-{hash}",
        "aws_instance" => $"i-{hash}",
        "aws_launch_template" => $"lt-{hash}",
        "aws_route53_record" => $"{attributes["zone_id"]}_{attributes["name"]}_{attributes["type"]}{(attributes["set_identifier"] is { } set ? $"_{set}" : "")}",
        "aws_route53_health_check" => hash,
        _ when attributes["arn"] is { } arn && type is not ("aws_iam_role" or "aws_lambda_function" or "aws_s3_bucket") => (string)arn!,
        _ => name,
    };

    private static string Arn(string type, string name, string hash) => type switch
    {
        "aws_lb" => $"arn:aws:elasticloadbalancing:{Account}:loadbalancer/app/{name}/{hash}",
        "aws_lb_target_group" => $"arn:aws:elasticloadbalancing:{Account}:targetgroup/{name}/{hash}",
        "aws_lb_listener" => $"arn:aws:elasticloadbalancing:{Account}:listener/app/web/0123456789abcdef/{hash}",
        "aws_lb_listener_rule" => $"arn:aws:elasticloadbalancing:{Account}:listener-rule/app/web/0123456789abcdef/0123456789abcdef/{hash}",
        "aws_ecs_service" => $"arn:aws:ecs:{Account}:service/main/{name}",
        "aws_ecs_task_definition" => string.Create(CultureInfo.InvariantCulture, $"arn:aws:ecs:{Account}:task-definition/{name}-{hash}:1"),
        "aws_acm_certificate" => $"arn:aws:acm:{Account}:certificate/{hash}",
        "aws_iam_role" or "aws_iam_instance_profile" => $"arn:aws:iam::123456789012:{type[8..].Replace('_', '-')}/{name}",
        "aws_s3_bucket" => $"arn:aws:s3:::{name}",
        _ => $"arn:aws:{type[4..].Split('_')[0]}:{Account}:{type}/{name}-{hash}",
    };

    private static string Text(JsonNode? node) => (string?)node ?? "";

    [GeneratedRegex(@"\$\{(?<address>aws_[a-z0-9_]+\.[A-Za-z0-9_-]+)\.(?<attribute>[a-z0-9_]+)\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<![A-Za-z0-9_-])(?<address>aws_[a-z0-9_]+\.[A-Za-z0-9_-]+)(?:\[[^\]]*\])*\.(?<attribute>[a-z0-9_]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Referenced();
}
