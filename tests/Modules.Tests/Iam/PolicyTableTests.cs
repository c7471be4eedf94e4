using System.Text.Json.Nodes;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Iam;

/// <summary>Every principal, action and resource of every example, in one table: who changes what may be done sees it in review.</summary>
[Collection(nameof(Jsii))]
public sealed class PolicyTableTests
{
    /// <summary>Services that say for whom they act, by their guides.</summary>
    private static readonly string[] Telling = ["cloudwatch.amazonaws.com", "delivery.logs.amazonaws.com", "ecs-tasks.amazonaws.com", "elasticloadbalancing.amazonaws.com", "events.amazonaws.com", "scheduler.amazonaws.com"];

    private static readonly Lazy<IReadOnlyList<Row>> All = new(() => [.. ((IEnumerable<object[]>)LeastPrivilegeTests.Manifests).SelectMany(row => Rows((string)row[0]))]);

    [Fact]
    public Task Everything_that_is_allowed_or_denied_is_approved() =>
        Verify(string.Concat(All.Value.Select(row => $"{row}\n").Prepend("policy | effect | principal | action | resource | condition\n")), Snapshots.Settings);

    [Fact]
    public void A_service_that_tells_for_whom_it_acts_is_asked() =>
        Assert.DoesNotContain(All.Value, row => row.Effect == "Allow" && Telling.Any(service => row.Principal == $"Service {service}") && !row.Condition.Contains("aws:Source", StringComparison.Ordinal));

    [Fact]
    public void Nobody_is_allowed_everything() => Assert.DoesNotContain(All.Value, row => row.Effect == "Allow" && row.Principal.Contains('*'));

    private static IEnumerable<Row> Rows(string manifest)
    {
        var resources = Synthesized.Resources(Synthesized.Text(ManifestReader.ReadFile(Repository.PathOf(manifest), Tests.Manifests.Today)));
        foreach (var (type, named) in resources.OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            foreach (var (name, resource) in named!.AsObject().OrderBy(each => each.Key, StringComparer.Ordinal))
            {
                var address = $"{Path.GetFileNameWithoutExtension(manifest)}: {type}.{name}";
                foreach (var policy in resource!.AsObject().Where(property => property.Key is "policy" or "assume_role_policy" && property.Value is JsonValue))
                {
                    foreach (var row in OfPolicy($"{address}.{policy.Key}", JsonNode.Parse(TerraformStrings.WithoutExpressions((string)policy.Value!))!))
                    {
                        yield return row;
                    }
                }
                if (type == "aws_lambda_permission")
                {
                    yield return new Row(address, "Allow", $"Service {resource["principal"]}", $"{resource["action"]}", $"{resource["function_name"]}", resource["source_arn"] is { } source ? $"aws:SourceArn {source}" : "");
                }
            }
        }
    }

    private static IEnumerable<Row> OfPolicy(string address, JsonNode policy) =>
        from statement in policy["Statement"]!.AsArray()
        from action in Many(statement!["Action"])
        from resource in Many(statement["Resource"]).DefaultIfEmpty("the role itself")
        select new Row(address, (string)statement["Effect"]!, PrincipalOf(statement["Principal"]), action, resource, ConditionOf(statement["Condition"]));

    private static string PrincipalOf(JsonNode? principal) => principal switch
    {
        null => "who has it",
        JsonObject kinds => string.Join(", ", kinds.SelectMany(kind => Many(kind.Value).Select(id => $"{kind.Key} {id}"))),
        _ => (string)principal!,
    };

    private static string ConditionOf(JsonNode? condition) => condition is JsonObject tests
        ? string.Join(", ", tests.SelectMany(test => test.Value!.AsObject().Select(key => $"{test.Key} {key.Key} {string.Join(" or ", Many(key.Value))}")))
        : "";

    private static IEnumerable<string> Many(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.Select(item => (string)item!),
        _ => [(string)node!],
    };

    private sealed record Row(string Policy, string Effect, string Principal, string Action, string Resource, string Condition)
    {
        public override string ToString() => $"{Policy} | {Effect} | {Principal} | {Action} | {Resource} | {Condition}".TrimEnd();
    }
}
