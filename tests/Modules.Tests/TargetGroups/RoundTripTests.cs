using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Tests.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.TargetGroups;

/// <summary>What the rules accept is synthesized to what they accept again: no default that is filled in on the way breaks one.</summary>
[Collection(nameof(Jsii))]
public sealed class RoundTripTests
{
    private const string Vpc = "vpc-0a1b2c3d4e5f60718";

    private static readonly Gen<HealthCheckProps> HealthChecks =
        from protocol in Maybe(Gen.Elements(Enum.GetValues<HealthCheckProtocol>()))
        from path in Maybe(Gen.Elements("/", "/health", "/grpc.health.v1.Health/Check"))
        from matcher in Maybe(Gen.Elements("200", "200-299", "0", "12"))
        from interval in Maybe(Gen.Elements(5, 30, 300))
        from timeout in Maybe(Gen.Elements(2, 6, 120))
        from enabled in Maybe(Gen.Elements(true, false))
        select new HealthCheckProps { Protocol = protocol?.Value, Path = path?.Value, Matcher = matcher?.Value, IntervalSeconds = interval?.Value, TimeoutSeconds = timeout?.Value, Enabled = enabled?.Value };

    private static readonly Gen<TargetGroupProps> Groups =
        from type in Gen.Elements(Enum.GetValues<TargetType>())
        from protocol in Maybe(Gen.Elements(Enum.GetValues<TargetGroupProtocol>()))
        from version in Maybe(Gen.Elements(Enum.GetValues<ProtocolVersion>()))
        from port in Maybe(Gen.Elements(1, 80, 65535))
        from check in HealthChecks
        from algorithm in Maybe(Gen.Elements(Enum.GetValues<LoadBalancingAlgorithm>()))
        from slowStart in Maybe(Gen.Elements(0, 30, 900))
        from stickiness in Maybe(Gen.Elements(Enum.GetValues<StickinessType>()))
        select new TargetGroupProps
        {
            TargetType = type,
            Protocol = protocol?.Value,
            ProtocolVersion = version?.Value,
            Port = port?.Value,
            VpcId = type == TargetType.Lambda ? null : (Value<string>)Vpc,
            HealthCheck = check,
            LoadBalancingAlgorithm = algorithm?.Value,
            SlowStartSeconds = slowStart?.Value,
            Stickiness = stickiness is null ? null : new StickinessProps { Type = stickiness.Value, CookieName = stickiness.Value.Is(StickinessType.ApplicationCookie) ? (Value<string>)"session" : null },
        };

    [Fact]
    public void Target_groups_that_the_rules_accept_are_synthesized_to_ones_that_they_accept_again()
    {
        var accepted = Groups.Sample(4000, 1).Where(group => Errors(group).Count == 0).DistinctBy(group => $"{group}").Take(60).ToList();
        Assert.Equal(60, accepted.Count);

        var resources = Synthesized.Stack(stack =>
        {
            foreach (var (index, group) in accepted.Index())
            {
                new TargetGroup(stack, $"group{index}", group);
            }
        })["aws_lb_target_group"]!.AsObject();

        Assert.All(resources, resource => Assert.Empty(Errors(Read(resource.Value!))));
    }

    private static Gen<Set<T>?> Maybe<T>(Gen<T> values)
        where T : notnull
        => Gen.OneOf(Gen.Constant<Set<T>?>(null), values.Select(value => (Set<T>?)new Set<T>(value)));

    private static List<string> Errors(TargetGroupProps group)
    {
        var model = new Model();
        model.Add("group", "group", null, group);
        return [.. Checker.Check(model).Where(finding => finding.Rule.Level == Level.Error && finding.Rule.Id.StartsWith("TG", StringComparison.Ordinal)).Select(finding => $"{finding.Rule.Id} {finding.Message}")];
    }

    /// <summary>A resource of the configuration as props.</summary>
    private static TargetGroupProps Read(JsonNode resource)
    {
        var (check, stickiness) = (resource["health_check"], resource["stickiness"]);
        return new()
        {
            TargetType = Member<TargetType>(resource["target_type"])!,
            Protocol = Member<TargetGroupProtocol>(resource["protocol"]),
            ProtocolVersion = Member<ProtocolVersion>(resource["protocol_version"]),
            Port = Number(resource["port"]),
            VpcId = Text(resource["vpc_id"]),
            HealthCheck = check is null ? new() : new()
            {
                Enabled = check["enabled"] is { } enabled ? (Value<bool>)(bool)enabled : null,
                Protocol = Member<HealthCheckProtocol>(check["protocol"]),
                Path = Text(check["path"]),
                Matcher = Text(check["matcher"]),
                IntervalSeconds = Number(check["interval"]),
                TimeoutSeconds = Number(check["timeout"]),
            },
            LoadBalancingAlgorithm = Member<LoadBalancingAlgorithm>(resource["load_balancing_algorithm_type"]),
            SlowStartSeconds = Number(resource["slow_start"]),
            Stickiness = stickiness is null ? null : new() { Type = Member<StickinessType>(stickiness["type"])!, CookieName = Text(stickiness["cookie_name"]) },
        };
    }

    private static Value<string>? Text(JsonNode? node) => node is null ? null : (Value<string>)(string)node!;

    private static Value<int>? Number(JsonNode? node) => node is null ? null : (Value<int>)(int)node;

    private static Value<T>? Member<T>(JsonNode? node)
        where T : struct, Enum
        => node is null ? null : (Value<T>)(T)Spelling.All(typeof(T)).Single(member => member.Text == (string?)node).Value;

    /// <summary>A value that is set.</summary>
    private sealed record Set<T>(Value<T> Value)
        where T : notnull;
}
