using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>The environment variables that the function reads its settings from.</summary>
internal static class SyncEnvironment
{
    /// <summary>The variables. What is not set is left to the function, which has the same defaults.</summary>
    /// <param name="props">The settings.</param>
    /// <param name="vpcCidrs">The networks of the target groups' VPC.</param>
    /// <param name="dnsName">The Application Load Balancer's DNS name.</param>
    /// <param name="bucket">The name of the bucket for the state.</param>
    /// <param name="targets">The target groups.</param>
    internal static IReadOnlyDictionary<string, Value<string>> Of(LambdaSyncProps props, ValueList<string> vpcCidrs, Value<string> dnsName, Value<string> bucket, SyncTargets targets)
    {
        var variables = new OrderedDictionary<string, Value<string>>
        {
            ["ALB_DNS_NAME"] = dnsName,
            ["S3_BUCKET"] = bucket,
        };
        if (targets.Only is { } only)
        {
            (variables["ALB_LISTENER"], variables["NLB_TG_ARN"]) = (Text(only.Port)!, only.Arn);
        }
        else
        {
            variables["SYNC_TARGETS"] = targets.Setting;
        }
        Add("MAX_LOOKUP_PER_INVOCATION", Text(props.MaximumLookups));
        Add("INVOCATIONS_BEFORE_DEREGISTRATION", Text(props.ObservationsBeforeDeregistration));
        Add("CW_METRIC_FLAG_IP_COUNT", Text(props.AddressCount));
        Add("SYNC_GRACE_SECONDS", Text(props.GraceSeconds));
        Add("SYNC_INTERVAL_SECONDS", props.IntervalMinutes.Is(1) ? null : Text(props.IntervalSeconds));
        Add("SYNC_FLOOR", Text(props.Floor));
        Add("SYNC_MAX_WAIT_SECONDS", Text(props.MaximumWaitSeconds));
        Add("SYNC_REMOVAL_WINDOW_SECONDS", Text(props.RemovalWindowSeconds));
        Add("SYNC_MAX_REMOVALS", Text(props.MaximumRemovals));
        Add("SYNC_MAX_REMOVAL_PERCENT", Text(props.MaximumRemovalPercent));
        Add("SYNC_ALLOWED_CIDRS", List(props.AllowedCidrs));
        Add("SYNC_VPC_CIDRS", List(vpcCidrs));
        Add("SYNC_AVAILABILITY_ZONE", Text(props.AvailabilityZone));
        Add("SYNC_IP_ADDRESS_TYPE", Text(props.IpAddressType));
        Add("SYNC_DRY_RUN", Text(props.DryRun));
        Add("SYNC_METRICS", Text(props.Metrics));
        Add("SYNC_DNS_SERVERS", List(props.DnsServers));
        return variables;

        void Add(string name, Value<string>? value)
        {
            if (value is not null)
            {
                variables[name] = value;
            }
        }
    }

    private static Value<string>? List(ValueList<string> list) =>
        list.Expression is not null ? Joined(list) : list.Count == 0 ? null : Joined(list.Select(value => $"{value}"));

    private static Value<string>? Text<T>(Value<T>? value)
        where T : notnull
        => value is null ? null : value.Expression is { } expression ? expression : $"{value}";

    /// <summary>The texts of a list; nothing of an empty one.</summary>
    private static Expression Joined(ValueList<string> list) => Expression.Of($"length({list}) > 0 ? join(\",\", {list}) : null") with { IsOptional = true };

    /// <summary>Texts of which some are expressions.</summary>
    private static Value<string> Joined(IEnumerable<string> parts) => string.Join(',', parts) is var text && text.Contains("${", StringComparison.Ordinal) ? new Expression(text) : text;
}
