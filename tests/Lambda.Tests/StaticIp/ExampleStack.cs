using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Lambda.Tests.Simulation;
using Orchestrator.Modules.Tests.Iam;

namespace Orchestrator.Lambda.Tests.StaticIp;

/// <summary>What examples/static-ip-lambda.yaml is synthesized to, as it was approved, with what Terraform would put in place of its expressions.</summary>
internal static partial class ExampleStack
{
    internal const string Bucket = $"arn:aws:s3:::{AwsServer.Bucket}";
    internal const string OtherGroup = FunctionTests.OtherGroup;

    private static readonly JsonNode Resources = JsonNode.Parse(File.ReadAllText(Repository.PathOf(
        "tests", "Modules.Tests", "Synthesis", "Snapshots", "ExampleTests.An_example_synthesizes_to_what_was_approved_example=static-ip-lambda.verified.json")))!["resource"]!;

    /// <summary>AWS keeps the case of a load balancer's name in its DNS name.</summary>
    private static readonly Dictionary<string, string> Attributes = new()
    {
        ["aws_lb.shop.dns_name"] = World.LoadBalancer.Replace("app", "App"),
        ["aws_s3_bucket.edge_sync.id"] = AwsServer.Bucket,
        ["aws_s3_bucket.edge_sync.arn"] = Bucket,
        ["aws_lb_target_group.edge_https.arn"] = World.TargetGroup,
        ["aws_lb_target_group.edge_https.arn_suffix"] = Suffix(World.TargetGroup),
        ["aws_lb_target_group.edge_http.arn"] = OtherGroup,
        ["aws_lb_target_group.edge_http.arn_suffix"] = Suffix(OtherGroup),
    };

    /// <summary>The variables that the function is started with.</summary>
    internal static Dictionary<string, string> Environment { get; } = Resources["aws_lambda_function"]!["edge_sync"]!["environment"]!["variables"]!.AsObject()
        .ToDictionary(variable => variable.Key, variable => Resolve((string)variable.Value!));

    /// <summary>The alarms on metrics of a namespace: the metric's name, and its dimensions.</summary>
    internal static IReadOnlyList<(string Metric, IReadOnlyDictionary<string, string> Dimensions)> Alarms(string metricNamespace) =>
        [.. Resources["aws_cloudwatch_metric_alarm"]!.AsObject().Select(alarm => alarm.Value!)
            .Where(alarm => (string)alarm["namespace"]! == metricNamespace)
            .Select(alarm => ((string)alarm["metric_name"]!, (IReadOnlyDictionary<string, string>)alarm["dimensions"]!.AsObject().ToDictionary(dimension => dimension.Key, dimension => Resolve((string)dimension.Value!))))];

    /// <summary>What the function's role allows: an action on a resource each.</summary>
    internal static IReadOnlyList<(string Action, string Resource)> Permissions =>
        [.. from statement in JsonNode.Parse(TerraformStrings.WithoutExpressions((string)Resources["aws_iam_role_policy"]!["edge_sync_function"]!["policy"]!))!["Statement"]!.AsArray()
            where (string)statement!["Effect"]! == "Allow"
            from action in Many(statement["Action"]!)
            from resource in Many(statement["Resource"]!)
            select (action, Resolve(resource))];

    private static IEnumerable<string> Many(JsonNode node) => node is JsonArray list ? list.Select(item => (string)item!) : [(string)node!];

    private static string Suffix(string arn) => arn[(arn.LastIndexOf(':') + 1)..];

    private static string Resolve(string text) =>
        Attributes.TryGetValue(text, out var whole) ? whole : Expression().Replace(text, match => match.Groups["lower"].Success ? Attributes[match.Groups["lower"].Value].ToLowerInvariant() : Attributes.GetValueOrDefault(match.Groups["attribute"].Value, match.Value));

    [GeneratedRegex(@"\$\{(lower\((?<lower>[^()]+)\)|(?<attribute>[^(){}]+))\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();
}
