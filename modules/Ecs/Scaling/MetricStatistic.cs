namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>What is made of a metric's values in a period.</summary>
public enum MetricStatistic
{
    /// <summary>Their average.</summary>
    Average,

    /// <summary>The highest.</summary>
    Maximum,

    /// <summary>The lowest.</summary>
    Minimum,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their number.</summary>
    SampleCount,
}
