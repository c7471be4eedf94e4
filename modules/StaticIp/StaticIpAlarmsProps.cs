using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>When somebody is told that the addresses are not kept, or that nobody is behind them.</summary>
public sealed record StaticIpAlarmsProps
{
    /// <summary>Whether there are alarms. There are unless set (SYNC269).</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The SNS topic that alarms go to. One is made unless set; somebody has to subscribe to it.</summary>
    public Value<string>? TopicArn { get; init; }

    /// <summary>
    /// The KMS key that encrypts the topic that is made; its policy must let <c>cloudwatch.amazonaws.com</c> use it. Not encrypted unless set:
    /// CloudWatch cannot publish to a topic under SNS's own key.
    /// </summary>
    public Value<string>? KmsKeyArn { get; init; }

    /// <summary>How few healthy targets of a port ring, as the least of them all in a minute, 1 or more. Fewer than 1 unless set.</summary>
    public Value<int> HealthyTargets { get; init; } = 1;

    /// <summary>How many addresses of the Application Load Balancer ring. 90 unless set: an Application Load Balancer has at most 100.</summary>
    public Value<int> Addresses { get; init; } = 90;
}
