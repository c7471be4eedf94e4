using System.Text.Json.Serialization;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>What happens to a request whose user has not logged in.</summary>
public enum UnauthenticatedRequest
{
    /// <summary>It is answered with 401.</summary>
    [JsonStringEnumMemberName("deny")]
    Deny,

    /// <summary>It passes.</summary>
    [JsonStringEnumMemberName("allow")]
    Allow,

    /// <summary>The user is sent to log in.</summary>
    [JsonStringEnumMemberName("authenticate")]
    Authenticate,
}
