using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A bucket that load balancers write their logs to: one of this app's, or an existing one.</summary>
[Reference("logBuckets", Existing = "name")]
public interface ILogBucket
{
    /// <summary>The bucket's name.</summary>
    Value<string> Name { get; }

    /// <summary>The address of what must exist before a load balancer can write to it; null for an existing bucket.</summary>
    string? PolicyAddress { get; }
}
