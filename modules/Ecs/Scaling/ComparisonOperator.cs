namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>How a metric is compared with a threshold.</summary>
public enum ComparisonOperator
{
    /// <summary>At it or above.</summary>
    GreaterThanOrEqualToThreshold,

    /// <summary>Above it.</summary>
    GreaterThanThreshold,

    /// <summary>Below it.</summary>
    LessThanThreshold,

    /// <summary>At it or below.</summary>
    LessThanOrEqualToThreshold,
}
