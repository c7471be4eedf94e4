using System.Text.Json.Nodes;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Tests.Synthesis;

namespace Orchestrator.Modules.Tests.Iam;

/// <summary>Every policy of every example, and of the manifests that have every setting of ECS and of static addresses, names what it allows.</summary>
[Collection(nameof(Jsii))]
public sealed class LeastPrivilegeTests
{
    /// <summary>Actions for which IAM knows no resource that could be named.</summary>
    private static readonly Dictionary<string, string> WithoutResource = new()
    {
        ["ecr:GetAuthorizationToken"] = "the token is the account's, not a repository's",
        ["ecs:DiscoverPollEndpoint"] = "an agent asks where its cluster is served",
        ["elasticloadbalancing:DescribeListeners"] = "IAM knows no resource for it",
        ["elasticloadbalancing:DescribeRules"] = "IAM knows no resource for it",
        ["elasticloadbalancing:DescribeTargetGroups"] = "IAM knows no resource for it",
        ["elasticloadbalancing:DescribeTargetHealth"] = "IAM knows no resource for it",
        ["ssmmessages:CreateControlChannel"] = "a channel of ECS Exec is no resource",
        ["ssmmessages:CreateDataChannel"] = "a channel of ECS Exec is no resource",
        ["ssmmessages:OpenControlChannel"] = "a channel of ECS Exec is no resource",
        ["ssmmessages:OpenDataChannel"] = "a channel of ECS Exec is no resource",
        ["xray:PutTelemetryRecords"] = "X-Ray has no resource for traces",
        ["xray:PutTraceSegments"] = "X-Ray has no resource for traces",
    };

    public static TheoryData<string> Manifests => [
        .. Directory.EnumerateFiles(Repository.PathOf("examples"), "*.yaml").Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal),
        Path.Combine("tests", "Orchestrator.Tests", "Terraform", "every-setting-ecs.yaml"),
        Path.Combine("tests", "Orchestrator.Tests", "Terraform", "every-setting-static-ip.yaml"),
    ];

    [Theory]
    [MemberData(nameof(Manifests))]
    public void No_policy_allows_more_than_it_names(string manifest)
    {
        var allowed = Policies(manifest).SelectMany(Allowed).ToList();

        Assert.DoesNotContain(allowed, statement => statement.Action.Contains('*'));
        Assert.DoesNotContain(allowed, statement => statement.Resource == "*" && !WithoutResource.ContainsKey(statement.Action));
        Assert.DoesNotContain(allowed, statement => statement.Resource != "*" && IsOpenEnded(statement.Resource));
    }

    [Fact]
    public void The_example_of_ecs_has_policies_to_judge() => Assert.True(Policies(Path.Combine("examples", "ecs-services.yaml")).SelectMany(Allowed).Count() > 20);

    /// <summary>A wildcard may only stand for what belongs to one named thing: a bucket's objects, a group's streams, a family's revisions.</summary>
    private static bool IsOpenEnded(string resource) =>
        resource.Contains('*') && !(resource.IndexOf('*') == resource.Length - 1 && (resource.EndsWith("/*", StringComparison.Ordinal) || resource.EndsWith(":*", StringComparison.Ordinal)) && !resource.EndsWith(":::*", StringComparison.Ordinal));

    private static List<JsonNode> Policies(string manifest)
    {
        var resources = Synthesized.Resources(Synthesized.Text(ManifestReader.ReadFile(Repository.PathOf(manifest), Tests.Manifests.Today)));
        return [.. resources.SelectMany(kind => kind.Value!.AsObject()).SelectMany(resource => resource.Value!.AsObject())
            .Where(property => property.Key is "policy" or "assume_role_policy" && property.Value is JsonValue)
            .Select(property => JsonNode.Parse(TerraformStrings.WithoutExpressions((string)property.Value!))!)];
    }

    private static IEnumerable<(string Action, string Resource)> Allowed(JsonNode policy) =>
        from statement in policy["Statement"]!.AsArray()
        where (string)statement!["Effect"]! == "Allow"
        from action in Many(statement["Action"])
        from resource in Many(statement["Resource"]).DefaultIfEmpty("the role itself")
        select (action, resource);

    private static IEnumerable<string> Many(JsonNode? node) => node switch
    {
        null => [],
        JsonArray list => list.Select(item => (string)item!),
        _ => [(string)node!],
    };
}
