using System.Text.Json.Serialization;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Whether a redirect is permanent.</summary>
public enum RedirectStatusCode
{
    /// <summary>301 Moved Permanently; clients may remember it for good.</summary>
    [JsonStringEnumMemberName("HTTP_301")]
    Permanent,

    /// <summary>302 Found.</summary>
    [JsonStringEnumMemberName("HTTP_302")]
    Temporary,
}
