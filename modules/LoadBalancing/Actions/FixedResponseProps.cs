using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A response that the load balancer gives itself.</summary>
public sealed record FixedResponseProps
{
    /// <summary>The status code: 2XX, 4XX or 5XX.</summary>
    public required Value<int> StatusCode { get; init; }

    /// <summary>The content type of the body. Plain text unless set.</summary>
    [Enforces("LSN074")]
    public Value<FixedResponseContentType> ContentType { get; init; } = FixedResponseContentType.TextPlain;

    /// <summary>The body, at most 1,024 characters. Empty unless set.</summary>
    public Value<string>? MessageBody { get; init; }
}
