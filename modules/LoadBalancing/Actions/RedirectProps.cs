using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// Sends a client to another URL. What is left out stays as it was in the request; <c>#{protocol}</c>, <c>#{host}</c>, <c>#{port}</c>,
/// <c>#{path}</c> and <c>#{query}</c> stand for the request's own.
/// </summary>
public sealed record RedirectProps
{
    /// <summary>Whether it is permanent. It is unless set.</summary>
    [Enforces("LSN073")]
    public Value<RedirectStatusCode> StatusCode { get; init; } = RedirectStatusCode.Permanent;

    /// <summary>The new protocol, <c>HTTP</c> or <c>HTTPS</c>.</summary>
    public Value<string>? Protocol { get; init; }

    /// <summary>The new host, at most 128 characters.</summary>
    public Value<string>? Host { get; init; }

    /// <summary>The new port, 1 to 65535.</summary>
    public Value<string>? Port { get; init; }

    /// <summary>The new path with its leading <c>/</c>, at most 128 characters.</summary>
    public Value<string>? Path { get; init; }

    /// <summary>The new query without its leading <c>?</c>, at most 128 characters.</summary>
    public Value<string>? Query { get; init; }
}
