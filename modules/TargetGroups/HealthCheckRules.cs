using System.Globalization;
using System.Text.RegularExpressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>What holds of a target group's health check.</summary>
internal static partial class HealthCheckRules
{
    private const int LongestPath = 1024;

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("TG041", "A gRPC health check's matcher has codes from 0 to 99, and its path is /package.service/method.", "CreateTargetGroup rejects it.", "elbv2 Matcher.GrpcCode")
            .For<TargetGroupProps>(CheckGrpc),
        Rule.Error("TG042", "An HTTP health check's matcher has codes from 200 to 499, behind a Network Load Balancer to 599, as a list or a range.", "CreateTargetGroup rejects it.", "elbv2 Matcher.HttpCode")
            .For<TargetGroupProps>(CheckMatcher),
        Rule.Error("TG043", "A health check speaks HTTP, HTTPS or TCP; TCP is not for a group that speaks HTTP or HTTPS, nor for one whose target is an Application Load Balancer.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckProtocol")
            .For<TargetGroupProps>(CheckProtocol),
        Rule.Error("TG044", "A TCP health check has neither a path nor a matcher.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckPath, Matcher")
            .For<TargetGroupProps>(CheckTcp),
        Rule.Error("TG045", "A health check's interval is 5 to 300 seconds.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckIntervalSeconds")
            .Requires((TargetGroupProps group) => group.HealthCheck.IntervalSeconds, new NumberBetween(5, 300, "seconds")),
        Rule.Error("TG046", "A health check's timeout is 2 to 120 seconds.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckTimeoutSeconds")
            .Requires((TargetGroupProps group) => group.HealthCheck.TimeoutSeconds, new NumberBetween(2, 120, "seconds")),
        Rule.Error("TG047", "A health check's timeout is shorter than its interval, or as long where a Network Load Balancer checks.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroup; CDK application-target-group.ts, network-target-group.ts")
            .For<TargetGroupProps>(CheckTimeout),
        Rule.Error("TG048", "A target becomes healthy or unhealthy after 2 to 10 results in a row.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthyThresholdCount, UnhealthyThresholdCount")
            .For<TargetGroupProps>(CheckThresholds)
            .Bounding((TargetGroupProps group) => group.HealthCheck.HealthyThreshold, new NumberBetween(2, 10, "results in a row"))
            .Bounding((TargetGroupProps group) => group.HealthCheck.UnhealthyThreshold, new NumberBetween(2, 10, "results in a row")),
        Rule.Error("TG049", "A health check's path begins with \"/\" and has at most 1,024 characters.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckPath")
            .For<TargetGroupProps>(CheckPath)
            .Bounding((TargetGroupProps group) => group.HealthCheck.Path, new TextMatching("^/.*$", LongestPath, "at most 1024 characters that begin with \"/\"")),
        Rule.Error("TG050", "A health check's port is traffic-port or 1 to 65535.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckPort")
            .For<TargetGroupProps>(CheckPort)
            .Bounding((TargetGroupProps group) => group.HealthCheck.Port, new TextMatching("^(traffic-port|[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])$", 12, "\"traffic-port\" or \"1\" to \"65535\"")),
        Rule.Error("TG051", "Only a Lambda function's health check can be off.", "CreateTargetGroup rejects it.", "elbv2 CreateTargetGroupInput.HealthCheckEnabled")
            .For<TargetGroupProps>(CheckEnabled),
    ];

    private static void CheckGrpc(TargetGroupProps group, Report report)
    {
        if (group.ProtocolVersion?.Is(ProtocolVersion.Grpc) != true)
        {
            return;
        }
        if (group.HealthCheck.Matcher.IsLiteral(out var matcher) && !IsWithin(matcher, 0, 99))
        {
            report.Add("healthCheck.matcher", "is not a list or range of gRPC codes", Quoted.Of(matcher), "codes from 0 to 99, such as \"0\", \"0,12\" or \"0-99\"", "use gRPC's own codes: 0 is OK, 12 is unimplemented");
        }
        if (group.HealthCheck.Path.IsLiteral(out var path) && path.Length <= LongestPath && !GrpcPath().IsMatch(path))
        {
            report.Add("healthCheck.path", "is not a gRPC method", Quoted.Of(path), "/package.service/method", "use /grpc.health.v1.Health/Check, or /AWS.ALB/healthcheck to have any answer count");
        }
    }

    private static void CheckMatcher(TargetGroupProps group, Report report)
    {
        var isTcp = group.HealthCheck.Protocol?.Is(HealthCheckProtocol.Tcp) ?? IsNetwork(group);
        if (isTcp || group.ProtocolVersion?.MayBe(ProtocolVersion.Grpc) == true || !group.HealthCheck.Matcher.IsLiteral(out var matcher))
        {
            return;
        }
        var last = IsNetwork(group) || group.TargetType.Is(TargetType.Alb) ? 599 : 499;
        if (!IsWithin(matcher, 200, last))
        {
            report.Add("healthCheck.matcher", "is not a list or range of accepted codes", Quoted.Of(matcher), $"codes from 200 to {last}, such as \"200\", \"200,202\" or \"200-299\"", "name the codes that a healthy target answers with");
        }
    }

    /// <summary>Whether a matcher lists codes, or gives a range of them, all within two bounds.</summary>
    private static bool IsWithin(string matcher, int first, int last) =>
        matcher.Split(',').All(part => part.Split('-') is { Length: 1 or 2 } ends
            && ends.All(end => end.Length is > 0 and <= 3 && end.All(char.IsAsciiDigit) && int.Parse(end) >= first && int.Parse(end) <= last)
            && int.Parse(ends[0]) <= int.Parse(ends[^1]));

    private static void CheckProtocol(TargetGroupProps group, Report report)
    {
        // TG036 refuses any protocol for the check of a Lambda function.
        if (group.HealthCheck.Protocol?.Is(HealthCheckProtocol.Tcp) != true || group.TargetType.Is(TargetType.Lambda))
        {
            return;
        }
        if (group.TargetType.Is(TargetType.Alb))
        {
            report.Add("healthCheck.protocol", "is not possible for type alb", "TCP", "HTTP or HTTPS", "check with a request, as the load balancer behind it serves requests");
        }
        else if (group.EffectiveProtocol is { IsLiteral: true } protocol && protocol.MayBe(TargetGroupProtocol.Http, TargetGroupProtocol.Https))
        {
            report.Add("healthCheck.protocol", "is not possible for the group's protocol", $"TCP with {protocol}", "HTTP or HTTPS", "check with a request: an open port says little about an application");
        }
    }

    /// <summary>Whether a Network Load Balancer sends to instances or addresses, which it checks by TCP unless told otherwise.</summary>
    private static bool IsNetwork(TargetGroupProps group) =>
        group.TargetType.MayBe(TargetType.Instance, TargetType.Ip) && group.EffectiveProtocol?.MayBe(TargetGroupProtocol.Http, TargetGroupProtocol.Https) == false;

    private static void CheckTcp(TargetGroupProps group, Report report)
    {
        // TG043 and TG036 refuse a TCP check elsewhere.
        var isTcp = IsNetwork(group) && group.HealthCheck.Protocol?.Is(HealthCheckProtocol.Tcp) != false;
        foreach (var (property, value) in new[] { ("path", group.HealthCheck.Path), ("matcher", group.HealthCheck.Matcher) })
        {
            if (isTcp && value is not null)
            {
                report.Add($"healthCheck.{property}", "is not for a TCP check", Quoted.Of(value.ToString()), "nothing", "set healthCheck.protocol to HTTP or HTTPS, or remove it");
            }
        }
    }

    private static void CheckTimeout(TargetGroupProps group, Report report)
    {
        var isLambda = group.TargetType.Is(TargetType.Lambda);
        var isNetwork = !isLambda && group.EffectiveProtocol?.MayBe(TargetGroupProtocol.Http, TargetGroupProtocol.Https) == false;
        // How long a Network Load Balancer waits depends on what it checks with; its timeout counts only where it is set.
        var interval = group.EffectiveHealthCheckIntervalSeconds;
        var timeout = group.HealthCheck.TimeoutSeconds ?? (isLambda ? 30 : isNetwork ? 2 : 5);
        // TG045 and TG046 have what is out of range by itself.
        if (!interval.IsLiteral(out var seconds) || !timeout.IsLiteral(out var limit) || seconds is < 5 or > 300 || limit is < 2 or > 120 || limit < seconds || (isNetwork && limit == seconds))
        {
            return;
        }
        if (group.HealthCheck.TimeoutSeconds is null)
        {
            report.Add("healthCheck.intervalSeconds", $"is not longer than the timeout, {limit} seconds unless set", $"{seconds}", $"more than {limit} seconds", "set healthCheck.timeoutSeconds to less, or lengthen the interval");
        }
        else
        {
            report.Add("healthCheck.timeoutSeconds", isNetwork ? "is longer than the interval" : "is not shorter than the interval", $"{limit} seconds with an interval of {seconds}", isNetwork ? $"at most {seconds} seconds" : $"less than {seconds} seconds", "shorten the timeout, or lengthen the interval");
        }
    }

    private static void CheckThresholds(TargetGroupProps group, Report report)
    {
        foreach (var (property, value) in new[] { ("healthyThreshold", group.HealthCheck.HealthyThreshold), ("unhealthyThreshold", group.HealthCheck.UnhealthyThreshold) })
        {
            if (value.IsLiteral(out var count) && count is < 2 or > 10)
            {
                report.Add($"healthCheck.{property}", "is out of range", $"{count}", "2 to 10 results in a row", "use a value that is allowed");
            }
        }
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

    private static void CheckEnabled(TargetGroupProps group, Report report)
    {
        if (group.HealthCheck.Enabled?.Is(false) == true && !group.TargetType.MayBe(TargetType.Lambda))
        {
            report.Add("healthCheck.enabled", "cannot be off", $"false with {group.TargetType}", "true", "remove it");
        }
    }

    [GeneratedRegex(@"^/[A-Za-z0-9_.]+/[A-Za-z0-9_]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex GrpcPath();
}
