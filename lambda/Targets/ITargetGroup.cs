namespace Orchestrator.Lambda.Targets;

/// <summary>A target group.</summary>
internal interface ITargetGroup
{
    /// <summary>The most targets of one call (the ELB API's own limit is not documented; AWS's controllers use no more).</summary>
    internal const int LargestBatch = 100;

    /// <summary>What the group lists.</summary>
    /// <exception cref="TargetGroupException">The group could not be asked.</exception>
    Task<IReadOnlyList<RegisteredTarget>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds targets; those that are in the group stay.</summary>
    /// <exception cref="TargetGroupException">None, or not all, could be added.</exception>
    Task RegisterAsync(IReadOnlyList<Target> targets, CancellationToken cancellationToken);

    /// <summary>Takes targets out; those that are not in the group do not matter.</summary>
    /// <exception cref="TargetGroupException">None, or not all, could be taken out.</exception>
    Task DeregisterAsync(IReadOnlyList<Target> targets, CancellationToken cancellationToken);
}
