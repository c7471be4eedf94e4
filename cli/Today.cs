namespace Orchestrator.Cli;

/// <summary>The day that decides what has expired.</summary>
internal static class Today
{
    /// <summary>It, in UTC, so that it is the same on every machine.</summary>
    internal static DateOnly Date => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
