using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>The authorities that clients' certificates are verified against: a trust store of this app's, or an existing one.</summary>
[Reference("trustStores", Existing = "arn")]
public interface ITrustStore
{
    /// <summary>The trust store's ARN.</summary>
    Value<string> Arn { get; }
}
