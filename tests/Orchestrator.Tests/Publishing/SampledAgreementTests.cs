using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Publishing;

/// <summary>
/// What <c>check</c> says of a description and what Terraform says of a call of the module with the same values: they come from the same predicates, and random values show that
/// nothing is lost between the two.
/// </summary>
public sealed partial class SampledAgreementTests(PublishedModules modules) : IClassFixture<PublishedModules>
{
    private const int Samples = 300;
    private const string Vpc = "vpc-0a1b2c3d4e5f60718";

    /// <summary>Values of each property, null for one that is not set: legal ones, and such as break one rule or another.</summary>
    private static readonly IReadOnlyList<(string Path, string[] Values)> Space =
    [
        ("targetType", ["\"instance\"", "\"ip\"", "\"ip\"", "\"lambda\"", "\"alb\""]),
        ("protocol", ["null", "null", "\"HTTP\"", "\"HTTPS\"", "\"TCP\"", "\"TLS\"", "\"UDP\"", "\"TCP_UDP\""]),
        ("port", ["null", "80", "80", "80", "65536"]),
        ("protocolVersion", ["null", "null", "null", "\"HTTP1\"", "\"HTTP2\"", "\"GRPC\""]),
        ("healthCheck.enabled", ["null", "null", "true", "false"]),
        ("healthCheck.protocol", ["null", "null", "\"HTTP\"", "\"HTTPS\"", "\"TCP\""]),
        ("healthCheck.port", ["null", "null", "\"traffic-port\"", "\"8080\"", "\"0\""]),
        ("healthCheck.path", ["null", "null", "\"/\"", "\"health\"", "\"/grpc.health.v1.Health/Check\""]),
        ("healthCheck.matcher", ["null", "null", "\"200\"", "\"200-299,404\"", "\"500\"", "\"0-12\"", "\"299-200\"", "\"ok\""]),
        ("healthCheck.intervalSeconds", ["null", "null", "5", "30", "301"]),
        ("healthCheck.timeoutSeconds", ["null", "null", "2", "5", "30", "121"]),
        ("healthCheck.healthyThreshold", ["null", "null", "3", "11"]),
        ("deregistrationDelaySeconds", ["null", "null", "0", "3601"]),
        ("slowStartSeconds", ["null", "null", "0", "29", "30"]),
        ("loadBalancingAlgorithm", ["null", "null", "\"round_robin\"", "\"weighted_random\""]),
        ("anomalyMitigation", ["null", "null", "true", "false"]),
        ("stickiness.type", ["null", "null", "\"lb_cookie\"", "\"app_cookie\"", "\"source_ip\""]),
        ("stickiness.cookieName", ["null", "\"session\"", "\"AwsAlbApp\"", "\"\""]),
        ("preserveClientIp", ["null", "null", "null", "true", "false"]),
        ("proxyProtocolV2", ["null", "null", "null", "true"]),
        ("connectionTermination", ["null", "null", "null", "true"]),
        ("unhealthyConnectionTermination", ["null", "null", "true", "false"]),
        ("unhealthyDrainingIntervalSeconds", ["null", "null", "null", "0", "60", "360001"]),
        ("lambdaMultiValueHeaders", ["null", "null", "null", "true"]),
    ];

    [TerraformFact]
    public void A_target_group_breaks_the_same_rules_in_a_manifest_and_in_a_call_of_the_module()
    {
        var groups = Enumerable.Range(0, Samples).Select(Sample).ToList();

        var checkedRules = Checked(groups);
        var told = Told(groups);

        // Terraform does not compare a variable that breaks a rule with another: of several rules it may tell one alone.
        var differences = Enumerable.Range(0, Samples)
            .Where(index => told[index].Except(checkedRules[index]).Any() || (told[index].Count == 0) != (checkedRules[index].Count == 0))
            .Select(index => $"{groups[index].ToJsonString()}: check says {string.Join(", ", checkedRules[index])}; the module {string.Join(", ", told[index])}")
            .ToList();
        Assert.True(differences.Count == 0, $"{differences.Count} of {Samples} differ:\n{string.Join('\n', differences)}");
        Assert.InRange(checkedRules.Count(rules => rules.Count == 0), 1, Samples - 100);
        Assert.True(told.SelectMany(rules => rules).Distinct().Count() > 20, "the samples break too few rules");
    }

    private static JsonObject Sample(int index)
    {
        // Half of the samples set few things, so that some of them break one rule alone, or none.
        var random = new Random(index);
        var share = index % 2 == 0 ? 0.15 : 0.6;
        var group = new JsonObject();
        foreach (var (path, values) in Space)
        {
            var value = values[random.Next(values.Length)];
            if (path is not ("targetType" or "port") && random.NextDouble() > share)
            {
                continue;
            }
            if (path.Split('.') is [var outer, var inner])
            {
                // Only a type makes stickiness.
                if (value == "null" || (path == "stickiness.cookieName" && !group.ContainsKey(outer)))
                {
                    continue;
                }
                group[outer] ??= new JsonObject();
                group[outer]![inner] = JsonNode.Parse(value);
            }
            else if (value != "null")
            {
                group[path] = JsonNode.Parse(value);
            }
        }
        return group;
    }

    private static List<List<string>> Checked(IReadOnlyList<JsonObject> groups)
    {
        using var scratch = new Scratch();
        scratch.Write("groups.yaml", new JsonObject { ["app"] = "groups", ["environment"] = "test", ["region"] = "eu-central-1", ["network"] = new JsonObject { ["vpcId"] = Vpc }, ["targetGroups"] = new JsonObject(groups.Select((group, index) => KeyValuePair.Create($"g{index}", (JsonNode?)group.DeepClone()))) }.ToJsonString());
        var report = JsonNode.Parse(scratch.Run("check", "groups.yaml", "--format", "json").Output)!;
        var told = report["findings"]!.AsArray().Where(finding => (string?)finding!["level"] == "error").ToLookup(finding => ((string)finding!["path"]!).Split('.')[1], finding => (string)finding!["rule"]!);
        return [.. groups.Select((_, index) => told[$"g{index}"].Distinct().Order(StringComparer.Ordinal).ToList())];
    }

    /// <summary>
    /// The rules that Terraform says are broken in a call of the module for each group: by one variable alone, or, where none breaks one so, by several together. The module is its variables
    /// alone, so it needs no provider.
    /// </summary>
    private List<List<string>> Told(IReadOnlyList<JsonObject> groups)
    {
        var directory = modules.Beside("sampled");
        File.Copy(Path.Combine(modules.Root, "target-group", "hcl", "variables.tf"), Path.Combine(modules.Beside(Path.Combine("sampled", "hcl")), "variables.tf"));
        var terraform = new TerraformDirectory(directory);
        File.Delete(Path.Combine(directory, "test_override.tf.json"));
        foreach (var (index, group) in groups.Index())
        {
            File.WriteAllText(Path.Combine(directory, $"g{index}.tf.json"), new JsonObject { ["module"] = new JsonObject { [$"g{index}"] = Call(group) } }.ToJsonString());
        }
        terraform.Run("init", "-input=false", "-no-color");

        var alone = Planned();
        foreach (var index in Enumerable.Range(0, groups.Count).Where(index => alone[index].Count > 0))
        {
            File.Delete(Path.Combine(directory, $"g{index}.tf.json"));
        }
        return [.. alone.Zip(Planned(), (rules, together) => rules.Count > 0 ? rules : together)];

        List<List<string>> Planned()
        {
            var told = terraform.RunToFailure("plan", "-input=false", "-no-color", "-json", "-refresh=false").Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonNode.Parse(line)!["diagnostic"])
                .Where(diagnostic => (string?)diagnostic?["severity"] == "error")
                .SelectMany(diagnostic => RuleId().Matches((string)diagnostic!["detail"]!).Select(id => (File: (string)diagnostic["range"]!["filename"]!, Rule: id.Groups["id"].Value)))
                .ToLookup(line => line.File, line => line.Rule);
            return [.. groups.Select((_, index) => told[$"g{index}.tf.json"].Distinct().Order(StringComparer.Ordinal).ToList())];
        }
    }

    private static JsonObject Call(JsonObject group)
    {
        var call = new JsonObject(group.Select(property => KeyValuePair.Create(Name(property.Key), property.Value is JsonObject record
            ? new JsonObject(record.Select(inner => KeyValuePair.Create(Name(inner.Key), inner.Value?.DeepClone())))
            : property.Value?.DeepClone())));
        call["source"] = "./hcl";
        call["name"] = "app";
        call["vpc_id"] = Vpc;
        call["port"] ??= null;
        return call;
    }

    private static string Name(string key) => Capital().Replace(key, match => $"_{match.Value.ToLowerInvariant()}");

    [GeneratedRegex("[A-Z]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\((?<id>[A-Z]+[0-9]{3})\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuleId();
}
