using System.Globalization;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>What holds of a target group's health check.</summary>
internal static class HealthCheckRules
{
    private const int LongestPath = 1024;
    private const string GrpcPath = "^/[A-Za-z0-9_.]+/[A-Za-z0-9_]+$";

    private static readonly NumberBetween Interval = new(5, 300, "seconds");
    private static readonly NumberBetween Timeout = new(2, 120, "seconds");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TG041", "A gRPC health check's matcher has codes from 0 to 99, and its path is /package.service/method.", "CreateTargetGroup rejects it.", "elbv2 Matcher.GrpcCode")
            .Asks<TargetGroupProps>(
                "healthCheck.matcher",
                group => !group.SpeaksGrpc | group.HealthCheck.Matcher.WhereSet(matcher => matcher.HasCodes(0, 99)),
                group => new("is not a list or range of gRPC codes", Quoted.Of($"{group.HealthCheck.Matcher}"), "codes from 0 to 99, such as \"0\", \"0,12\" or \"0-99\"", "use gRPC's own codes: 0 is OK, 12 is unimplemented"))
            .Asks<TargetGroupProps>(
                "healthCheck.path",
                group => !group.SpeaksGrpc | group.HealthCheck.Path.WhereSet(path => path.Matches(GrpcPath)),
                group => new("is not a gRPC method", Quoted.Of($"{group.HealthCheck.Path}"), "/package.service/method", "use /grpc.health.v1.Health/Check, or /AWS.ALB/healthcheck to have any answer count")),
        Rule.Error("TG042", "An HTTP health check's matcher has codes from 200 to 499, behind a Network Load Balancer to 599, as a list or a range.", "CreateTargetGroup rejects it.", "elbv2 Matcher.HttpCode")
            .Asks<TargetGroupProps>(
                "healthCheck.matcher",
                group => IsByTcp(group) | group.SpeaksGrpc | group.HealthCheck.Matcher.WhereSet(matcher => matcher.HasCodes(200, HighestCode(group))),
                group => new("is not a list or range of accepted codes", Quoted.Of($"{group.HealthCheck.Matcher}"), $"codes from 200 to {HighestCode(group)}, such as \"200\", \"200,202\" or \"200-299\"", "name the codes that a healthy target answers with")),
        Rule.Error("TG043", "A health check speaks HTTP, HTTPS or TCP; TCP is not for a group that speaks HTTP or HTTPS, nor for one whose target is an Application Load Balancer.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckProtocol")
            // TG036 refuses any protocol for the check of a Lambda function.
            .Asks<TargetGroupProps>(
                "healthCheck.protocol",
                group => !group.HealthCheck.Protocol.IsAnyOf(HealthCheckProtocol.Tcp) | !group.IsAlb,
                _ => new("is not possible for type alb", "TCP", "HTTP or HTTPS", "check with a request, as the load balancer behind it serves requests"))
            .Asks<TargetGroupProps>(
                "healthCheck.protocol",
                group => !group.HealthCheck.Protocol.IsAnyOf(HealthCheckProtocol.Tcp) | !group.IsApplication,
                group => new("is not possible for the group's protocol", $"TCP with {group.EffectiveProtocol}", "HTTP or HTTPS", "check with a request: an open port says little about an application")),
        Rule.Error("TG044", "A TCP health check has neither a path nor a matcher.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckPath, Matcher")
            .Asks(NotByTcp("path", check => check.Path))
            .Asks(NotByTcp("matcher", check => check.Matcher)),
        Rule.Error("TG045", "A health check's interval is 5 to 300 seconds.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckIntervalSeconds")
            .Requires((TargetGroupProps group) => group.HealthCheck.IntervalSeconds, Interval),
        Rule.Error("TG046", "A health check's timeout is 2 to 120 seconds.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckTimeoutSeconds")
            .Requires((TargetGroupProps group) => group.HealthCheck.TimeoutSeconds, Timeout),
        Rule.Error("TG047", "A health check's timeout is shorter than its interval, or as long where a Network Load Balancer checks.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroup; CDK application-target-group.ts, network-target-group.ts")
            .Asks<TargetGroupProps>("healthCheck.timeoutSeconds", IsAnsweredInTime, TellTimeout),
        Rule.Error("TG048", "A target becomes healthy or unhealthy after 2 to 10 results in a row.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthyThresholdCount, UnhealthyThresholdCount")
            .Requires((TargetGroupProps group) => group.HealthCheck.HealthyThreshold, new NumberBetween(2, 10, "results in a row"))
            .Requires((TargetGroupProps group) => group.HealthCheck.UnhealthyThreshold, new NumberBetween(2, 10, "results in a row")),
        Rule.Error("TG049", "A health check's path begins with \"/\" and has at most 1,024 characters.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckPath")
            .For<TargetGroupProps>(CheckPath)
            .Bounding((TargetGroupProps group) => group.HealthCheck.Path, new TextMatching("^/.*$", LongestPath, "at most 1024 characters that begin with \"/\"")),
        Rule.Error("TG050", "A health check's port is traffic-port or 1 to 65535.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckPort")
            .For<TargetGroupProps>(CheckPort)
            .Bounding((TargetGroupProps group) => group.HealthCheck.Port, new TextMatching("^(traffic-port|[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$", 12, "\"traffic-port\" or \"1\" to \"65535\"")),
        Rule.Error("TG051", "Only a Lambda function's health check can be off.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckEnabled")
            .Asks<TargetGroupProps>(
                "healthCheck.enabled",
                group => !group.HealthCheck.Enabled.IsAnyOf(false) | group.IsLambda,
                group => new("cannot be off", $"false with {group.TargetType}", "true", "remove it")),
    ];

    /// <summary>Whether the check opens a connection and no more.</summary>
    private static Value<bool> IsByTcp(TargetGroupProps group) => group.HealthCheck.Protocol.Or(group.DefaultHealthCheckProtocol).IsAnyOf(HealthCheckProtocol.Tcp);

    private static Value<int> HighestCode(TargetGroupProps group) => Value.When<int>(group.IsNetwork | group.IsAlb, 599, 499)!;

    private static Requirement<TargetGroupProps> NotByTcp(string property, Func<HealthCheckProps, Value<string>?> value) => new(
        $"healthCheck.{property}",
        // TG043 and TG036 refuse a TCP check elsewhere.
        group => !group.IsNetwork | !group.HealthCheck.Protocol.Or(HealthCheckProtocol.Tcp).IsAnyOf(HealthCheckProtocol.Tcp) | value(group.HealthCheck).IsUnset(),
        group => new("is not for a TCP check", Quoted.Of($"{value(group.HealthCheck)}"), "nothing", "set healthCheck.protocol to HTTP or HTTPS, or remove it"));

    /// <summary>How long a check waits for an answer: a Network Load Balancer's default is no longer than the interval, so it counts as the shortest.</summary>
    private static Value<int> TimeoutOf(TargetGroupProps group) => group.HealthCheck.TimeoutSeconds.Or(Value.When<int>(group.IsLambda, 30, Value.When<int>(group.SpeaksHttp, 5, 2)))!;

    private static Value<bool> IsAnsweredInTime(TargetGroupProps group)
    {
        var (interval, timeout) = (group.EffectiveHealthCheckIntervalSeconds, TimeoutOf(group));
        // TG045 and TG046 have what is out of range by itself.
        return !interval.IsBetween(Interval.Minimum, Interval.Maximum) | !timeout.IsBetween(Timeout.Minimum, Timeout.Maximum) | timeout.IsBelow(interval)
            | (!group.IsLambda & !group.SpeaksHttp & !interval.IsBelow(timeout));
    }

    private static Told TellTimeout(TargetGroupProps group)
    {
        var (interval, timeout) = (group.EffectiveHealthCheckIntervalSeconds, TimeoutOf(group));
        var isNetwork = (!group.IsLambda & !group.SpeaksHttp).Is(true);
        return group.HealthCheck.TimeoutSeconds is null
            ? new($"is not longer than the timeout, {timeout} seconds unless set", $"{interval}", $"more than {timeout} seconds", "set healthCheck.timeoutSeconds to less, or lengthen the interval", "healthCheck.intervalSeconds")
            : new(isNetwork ? "is longer than the interval" : "is not shorter than the interval", $"{timeout} seconds with an interval of {interval}", isNetwork ? $"at most {interval} seconds" : $"less than {interval} seconds", "shorten the timeout, or lengthen the interval");
    }

    private static void CheckPath(TargetGroupProps group, Report report)
    {
        if (!group.HealthCheck.Path.IsLiteral(out var path))
        {
            return;
        }
        if (path.Length > LongestPath)
        {
            report.Add("healthCheck.path", "is too long", $"{path.Length} characters", $"at most {LongestPath} characters", "serve the check under a shorter path");
        }
        // TG041 has what begins a gRPC method.
        else if (!path.StartsWith('/') && group.ProtocolVersion?.Is(ProtocolVersion.Grpc) != true)
        {
            report.Add("healthCheck.path", "does not begin with \"/\"", Quoted.Of(path), $"at most {LongestPath} characters that begin with \"/\"", "begin it with \"/\", and leave the host out");
        }
    }

    private static void CheckPort(TargetGroupProps group, Report report)
    {
        if (group.HealthCheck.Port.IsLiteral(out var text) && text != "traffic-port" && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535))
        {
            report.Add("healthCheck.port", "is not a port", Quoted.Of(text), "\"traffic-port\" or \"1\" to \"65535\"", "remove it, to check the port that serves");
        }
    }
}
