using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A health check of Route 53 that something else made.</summary>
/// <param name="Id">Its id, <c>0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9</c>.</param>
public sealed record ExistingDnsHealthCheck(Value<string> Id) : IDnsHealthCheck
{
    /// <inheritdoc/>
    public DnsHealthCheckProps? Props => null;

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();
}
