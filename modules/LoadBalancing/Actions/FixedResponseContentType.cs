using System.Text.Json.Serialization;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>The content type of a response that the load balancer gives itself.</summary>
public enum FixedResponseContentType
{
    /// <summary>Plain text.</summary>
    [JsonStringEnumMemberName("text/plain")]
    TextPlain,

    /// <summary>CSS.</summary>
    [JsonStringEnumMemberName("text/css")]
    TextCss,

    /// <summary>HTML.</summary>
    [JsonStringEnumMemberName("text/html")]
    TextHtml,

    /// <summary>JavaScript.</summary>
    [JsonStringEnumMemberName("application/javascript")]
    ApplicationJavascript,

    /// <summary>JSON.</summary>
    [JsonStringEnumMemberName("application/json")]
    ApplicationJson,
}
