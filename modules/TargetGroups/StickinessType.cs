using System.Text.Json.Serialization;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>How a client is kept with one target.</summary>
public enum StickinessType
{
    /// <summary>A cookie that the load balancer makes; HTTP and HTTPS.</summary>
    [JsonStringEnumMemberName("lb_cookie")]
    LoadBalancerCookie,

    /// <summary>A cookie that the targets set; HTTP and HTTPS.</summary>
    [JsonStringEnumMemberName("app_cookie")]
    ApplicationCookie,

    /// <summary>The client's address; TCP, UDP and TCP_UDP.</summary>
    [JsonStringEnumMemberName("source_ip")]
    SourceIp,
}
