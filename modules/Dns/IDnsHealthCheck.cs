using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A health check of Route 53: one of this app's, or an existing one.</summary>
[Reference("healthChecks", Existing = "id")]
public interface IDnsHealthCheck
{
    /// <summary>The health check's id.</summary>
    Value<string> Id { get; }

    /// <summary>What it was declared with, or null for an existing health check.</summary>
    DnsHealthCheckProps? Props { get; }
}
