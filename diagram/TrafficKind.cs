namespace Orchestrator.Diagram;

/// <summary>What a node of the picture is.</summary>
public enum TrafficKind
{
    /// <summary>Where clients are.</summary>
    Internet,

    /// <summary>A DNS record.</summary>
    Dns,

    /// <summary>An IP address.</summary>
    Address,

    /// <summary>A load balancer.</summary>
    LoadBalancer,

    /// <summary>A listener.</summary>
    Listener,

    /// <summary>A listener's rule.</summary>
    Rule,

    /// <summary>A target group.</summary>
    TargetGroup,

    /// <summary>What answers: an ECS service, an instance.</summary>
    Target,

    /// <summary>A function that keeps something in step.</summary>
    Function,
}
