namespace Orchestrator.Lambda.Report;

/// <summary>The names under which CloudWatch has the function's metrics: alarms must use the same.</summary>
public static class MetricNames
{
    /// <summary>The namespace of all metrics.</summary>
    public const string Namespace = "StaticIpSync";

    /// <summary>A dimension: the load balancer's DNS name, as ALB_DNS_NAME has it.</summary>
    public const string LoadBalancer = "LoadBalancer";

    /// <summary>A dimension: the last part of the target group's ARN, targetgroup/NAME/ID, as CloudWatch's own metrics name it.</summary>
    public const string TargetGroup = "TargetGroup";

    /// <summary>A dimension: the targets' port.</summary>
    public const string Port = "Port";

    /// <summary>How many addresses the DNS has; not written where CW_METRIC_FLAG_IP_COUNT is false.</summary>
    public const string LoadBalancerIPCount = "LoadBalancerIPCount";

    /// <summary>How many DNS answers the observation is made of.</summary>
    public const string Lookups = "Lookups";

    /// <summary>How many registered targets fail their health checks.</summary>
    public const string UnhealthyTargets = "UnhealthyTargets";

    /// <summary>How many registered targets get no connections, whatever their health: the load balancer does not use the group, or not their Availability Zone.</summary>
    public const string UnusedTargets = "UnusedTargets";

    /// <summary>How many registered targets are neither in the DNS nor owned: nobody will remove them. Not written where the state cannot be read.</summary>
    public const string UnownedTargets = "UnownedTargets";

    /// <summary>How many targets the run registered.</summary>
    public const string RegisteredTargets = "RegisteredTargets";

    /// <summary>How many targets the run removed.</summary>
    public const string DeregisteredTargets = "DeregisteredTargets";

    /// <summary>How many removals are due and refused, since the DNS looks wrong: somebody must look.</summary>
    public const string RefusedRemovals = "RefusedRemovals";

    /// <summary>How many removals are due and wait for something that passes by itself.</summary>
    public const string WaitingRemovals = "WaitingRemovals";

    /// <summary>1 where the run failed, else 0.</summary>
    public const string Failures = "Failures";

    /// <summary>How long the run took, in milliseconds.</summary>
    public const string Duration = "Duration";

    /// <summary>When the run began, in seconds of Unix time; not written by a run that failed.</summary>
    public const string LastSuccess = "LastSuccess";

    /// <summary>The dimensions of every metric.</summary>
    public static IReadOnlyList<string> Dimensions { get; } = [LoadBalancer, TargetGroup, Port];
}
