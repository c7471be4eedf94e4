namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>What an adjustment's number means.</summary>
public enum AdjustmentType
{
    /// <summary>So many tasks more or fewer.</summary>
    ChangeInCapacity,

    /// <summary>So many percent more or fewer.</summary>
    PercentChangeInCapacity,

    /// <summary>So many tasks.</summary>
    ExactCapacity,
}
