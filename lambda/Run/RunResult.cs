namespace Orchestrator.Lambda.Run;

/// <summary>How a run ended.</summary>
internal enum RunResult
{
    /// <summary>There was nothing to change.</summary>
    Unchanged,

    /// <summary>All that was planned has been done, or would be in a dry run.</summary>
    Changed,

    /// <summary>Another run was at it; this one changed nothing.</summary>
    Superseded,

    /// <summary>Something went wrong.</summary>
    Failed,
}
