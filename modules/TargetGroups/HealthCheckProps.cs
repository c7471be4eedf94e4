using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>How the load balancer finds out whether a target can serve.</summary>
public sealed record HealthCheckProps
{
    /// <summary>Whether targets are checked. Only a Lambda function's check can be off, and it is unless set.</summary>
    public Value<bool>? Enabled { get; init; }

    /// <summary>The protocol. Unless set, HTTP; TCP for a group that speaks TCP, TLS, UDP or TCP_UDP to instances or addresses.</summary>
    [Enforces("TG043")]
    public Value<HealthCheckProtocol>? Protocol { get; init; }

    /// <summary>The port, 1 to 65535, or <c>traffic-port</c>, the port that the target serves on. The latter unless set.</summary>
    public Value<string>? Port { get; init; }

    /// <summary>The path of an HTTP check, at most 1,024 characters; for gRPC <c>/package.service/method</c>. <c>/</c> unless set, for gRPC <c>/AWS.ALB/healthcheck</c>.</summary>
    public Value<string>? Path { get; init; }

    /// <summary>The status codes that mean healthy: <c>200</c>, <c>200,202</c> or <c>200-299</c>. 200 unless set, behind a Network Load Balancer 200-399, for gRPC 12.</summary>
    public Value<string>? Matcher { get; init; }

    /// <summary>Seconds between two checks of one target, 5 to 300. 30 unless set, 35 for a Lambda function.</summary>
    public Value<int>? IntervalSeconds { get; init; }

    /// <summary>Seconds after which no answer is a failure, 2 to 120 and less than the interval. 5 unless set; behind a Network Load Balancer 6 for HTTP and 10 for HTTPS and TCP, but no more than the interval; 30 for a Lambda function.</summary>
    public Value<int>? TimeoutSeconds { get; init; }

    /// <summary>Successes in a row that make an unhealthy target healthy, 2 to 10. The provider's 3 unless set.</summary>
    public Value<int>? HealthyThreshold { get; init; }

    /// <summary>Failures in a row that make a target unhealthy, 2 to 10. The provider's 3 unless set.</summary>
    public Value<int>? UnhealthyThreshold { get; init; }
}
