using System.Net;
using System.Net.Sockets;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>What holds of the function that keeps the addresses.</summary>
internal static class LambdaSyncRules
{
    private static readonly TextMatching FunctionName = new("^[A-Za-z0-9_-]{1,64}$", 64, "1 to 64 letters, digits, hyphens and underscores");

    /// <summary>The settings that are numbers, as the function reads them.</summary>
    private static readonly (string Property, Func<LambdaSyncProps, Value<int>?> Value, NumberBetween Allowed)[] Numbers =
    [
        ("memoryMiB", props => props.MemoryMiB, new(128, 10_240, "MiB")),
        ("timeoutSeconds", props => props.TimeoutSeconds, new(30, 300, "seconds")),
        ("intervalMinutes", props => props.IntervalMinutes, new(1, 60, "minutes")),
        ("stateBucket.noncurrentVersionDays", props => props.StateBucket.NoncurrentVersionDays, new(1, int.MaxValue, "days")),
        ("maximumLookups", props => props.MaximumLookups, new(1, 1000)),
        ("observationsBeforeDeregistration", props => props.ObservationsBeforeDeregistration, new(1, 1440)),
        ("graceSeconds", props => props.GraceSeconds, new(0, 86_400, "seconds")),
        ("floor", props => props.Floor, new(1, 1000, "targets")),
        ("maximumWaitSeconds", props => props.MaximumWaitSeconds, new(0, 604_800, "seconds")),
        ("removalWindowSeconds", props => props.RemovalWindowSeconds, new(60, 86_400, "seconds")),
        ("maximumRemovals", props => props.MaximumRemovals, new(1, 1000, "targets")),
        ("maximumRemovalPercent", props => props.MaximumRemovalPercent, new(1, 100, "percent")),
    ];

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("SYNC165", "The function's settings are in their ranges: 128 to 10240 MiB, 30 to 300 seconds, a run every 1 to 60 minutes, 1 to 1000 lookups, 1 to 1440 observations, and so on.", "CreateFunction or CreateSchedule rejects it, or every run fails at its start.", "docs/static-ip-sync.md")
            .For<LambdaSyncProps>(CheckNumbers)
            .Bounding<LambdaSyncProps>(Numbers.Select(number => (number.Property, (Constraint)number.Allowed))),
        Rule.Error("SYNC167", "A function's name has 1 to 64 letters, digits, hyphens and underscores, its state bucket's is a bucket's, and its log is kept for a number of days that CloudWatch Logs has.", "CreateFunction, the first run or PutRetentionPolicy rejects it.", "Lambda CreateFunctionInput.FunctionName")
            .For<LambdaSyncProps>(CheckNames)
            .Bounding((LambdaSyncProps props) => props.FunctionName, FunctionName)
            .Bounding((LambdaSyncProps props) => props.StateBucket.ExistingName, LogBucketName.Constraint),
        Rule.Error("SYNC265", "The networks of targets are CIDR blocks, not the whole Internet; DNS servers are addresses, with a port or without.", "Every run fails at its start.", "docs/static-ip-sync.md")
            .For<LambdaSyncProps>(CheckNetworks),
        Rule.Error("SYNC268", "IPv6 targets are behind a dualstack Network Load Balancer, and their networks are said.", "RegisterTargets rejects them, or the function does: none of the networks that it allows by itself is IPv6.", "elbv2 CreateTargetGroupInput.IpAddressType")
            .For<StaticIpApplicationLoadBalancerProps>(CheckFamily),
        Rule.Warning("SYNC269", "The function has alarms.", "Nobody learns that it does not do its work, or that a port has no healthy target.", "docs/static-ip-sync.md")
            .Secures(Severity.Low)
            .For<StaticIpApplicationLoadBalancerProps>(CheckAlarms),
        Rule.Error("SYNC270", "Alarms look at metrics that are written: of alarms on the function's work neither the metrics nor the number of addresses is switched off.", "The alarm on the last success rings for ever, or that on the number of addresses never.", "docs/static-ip-sync.md")
            .For<StaticIpApplicationLoadBalancerProps>(CheckMetrics),
    ];

    private static void CheckNumbers(LambdaSyncProps props, Report report)
    {
        foreach (var (property, value, allowed) in Numbers)
        {
            if (value(props).IsLiteral(out var number) && !allowed.Accepts(number))
            {
                report.Add(property, allowed.Violation, $"{number}", allowed.Allowed, "use a value that is allowed");
            }
        }
    }

    private static void CheckNames(LambdaSyncProps props, Report report)
    {
        if (props.FunctionName.IsLiteral(out var name) && !FunctionName.Accepts(name))
        {
            report.Add("functionName", FunctionName.Violation, Quoted.Of(name), FunctionName.Allowed, "choose another name, or remove it to get one of the stack's and its own");
        }
        if (props.StateBucket.ExistingName.IsLiteral(out var bucket) && !LogBucketName.Constraint.Accepts(bucket))
        {
            report.Add("stateBucket.existingName", LogBucketName.Constraint.Violation, Quoted.Of(bucket), LogBucketName.Constraint.Allowed, "copy the bucket's name, not its ARN");
        }
        if (LogRetention.Mistake(props.LogRetentionDays) is { } days)
        {
            report.Add("logRetentionDays", "is not a number of days that CloudWatch Logs has", days, LogRetention.Allowed, "choose one of these");
        }
    }

    private static void CheckNetworks(LambdaSyncProps props, Report report)
    {
        for (var index = 0; index < props.AllowedCidrs.Count; index++)
        {
            if (props.AllowedCidrs[index].TryGetLiteral(out var block))
            {
                CheckNetwork($"allowedCidrs[{index}]", block, report);
            }
        }
        for (var index = 0; index < props.DnsServers.Count; index++)
        {
            if (props.DnsServers[index].TryGetLiteral(out var server) && !IPEndPoint.TryParse(server, out _))
            {
                report.Add($"dnsServers[{index}]", "is not an address", Quoted.Of(server), "an address such as 10.0.0.2 or 10.0.0.2:5353", "write the server's address");
            }
        }
    }

    private static void CheckNetwork(string property, string block, Report report)
    {
        var family = block.Contains(':') ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork;
        if (CidrBlock.Mistake(block, family, "", mayBeAddress: true) is var (what, fix))
        {
            report.Add(property, what, Quoted.Of(block), "a CIDR block such as 10.0.0.0/8", fix);
        }
        else if (block.EndsWith("/0", StringComparison.Ordinal))
        {
            report.Add(property, "is every address there is", Quoted.Of(block), "networks that the Application Load Balancer's subnets are in", "name those networks");
        }
    }

    private static void CheckFamily(StaticIpApplicationLoadBalancerProps props, Report report)
    {
        if (!props.IsSync || props.Sync?.IpAddressType?.Is(TargetGroupIpAddressType.Ipv6) != true)
        {
            return;
        }
        if (props.IpAddressType.Is(IpAddressType.Ipv4))
        {
            report.Add("sync.ipAddressType", "needs a dualstack Network Load Balancer", "ipv6 with ipAddressType: ipv4", "ipv4, or ipv6 with ipAddressType: dualstack", "set ipAddressType to dualstack, or remove it");
        }
        if (props.Sync.AllowedCidrs is { Expression: null } allowed && !allowed.Any(block => !block.IsLiteral || $"{block}".Contains(':')))
        {
            report.Add("sync.allowedCidrs", "has no IPv6 network", null, "the IPv6 networks of the Application Load Balancer's subnets", "add them");
        }
    }

    private static void CheckAlarms(StaticIpApplicationLoadBalancerProps props, Report report)
    {
        if (props.IsSync && !props.EffectiveAlarms.Enabled)
        {
            report.Add("alarms.enabled", "switches the alarms off", "false", "true", "remove it, or suppress SYNC269 here with a reason");
        }
    }

    private static void CheckMetrics(StaticIpApplicationLoadBalancerProps props, Report report)
    {
        if (!props.IsSync || !props.EffectiveAlarms.Enabled)
        {
            return;
        }
        foreach (var (property, value) in new[] { ("metrics", props.Sync?.Metrics), ("addressCount", props.Sync?.AddressCount) })
        {
            if (value?.Is(false) == true)
            {
                report.Add($"sync.{property}", "switches off what an alarm looks at", "false", "true with alarms", "remove it, or set alarms.enabled to false");
            }
        }
    }
}
