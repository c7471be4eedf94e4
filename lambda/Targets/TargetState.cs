namespace Orchestrator.Lambda.Targets;

/// <summary>The state of a target in its group (TargetHealth in the ELB API).</summary>
internal enum TargetState
{
    /// <summary>It is being registered, or its first health checks are running.</summary>
    Initial,

    /// <summary>It passes its health checks.</summary>
    Healthy,

    /// <summary>It fails its health checks.</summary>
    Unhealthy,

    /// <summary>It fails its health checks and its connections are being ended. It stays registered.</summary>
    UnhealthyDraining,

    /// <summary>The group is in no load balancer, or the target in no zone of it.</summary>
    Unused,

    /// <summary>It has been deregistered, and keeps the connections that it has.</summary>
    Draining,

    /// <summary>Its health is not known.</summary>
    Unavailable,
}
