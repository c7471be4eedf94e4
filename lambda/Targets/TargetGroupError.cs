namespace Orchestrator.Lambda.Targets;

/// <summary>What can be wrong with a call to a target group.</summary>
internal enum TargetGroupError
{
    /// <summary>Anything else; it may or may not have been done.</summary>
    Failed,

    /// <summary>AWS refused the call; nothing was done.</summary>
    Refused,

    /// <summary>The group holds as many targets as it may.</summary>
    Full,

    /// <summary>One of the targets cannot be in the group.</summary>
    InvalidTarget,
}
