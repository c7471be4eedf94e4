using System.Text.Json.Serialization;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>What a target group's targets are.</summary>
public enum TargetType
{
    /// <summary>EC2 instances, by id.</summary>
    [JsonStringEnumMemberName("instance")]
    Instance,

    /// <summary>IPv4 or IPv6 addresses in the VPC or reachable from it; what a Fargate task needs.</summary>
    [JsonStringEnumMemberName("ip")]
    Ip,

    /// <summary>One Lambda function; behind an Application Load Balancer only.</summary>
    [JsonStringEnumMemberName("lambda")]
    Lambda,

    /// <summary>One Application Load Balancer; behind a Network Load Balancer only.</summary>
    [JsonStringEnumMemberName("alb")]
    Alb,
}
