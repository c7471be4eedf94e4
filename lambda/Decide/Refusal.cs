namespace Orchestrator.Lambda.Decide;

/// <summary>Why nothing is removed though something is due.</summary>
/// <param name="Kind">What stands against it.</param>
/// <param name="Count">How many targets are due.</param>
/// <param name="Reason">With figures, and how to go on, for people.</param>
internal sealed record Refusal(RefusalKind Kind, int Count, string Reason)
{
    /// <summary>Whether somebody must look at it; the other kinds pass by themselves.</summary>
    internal bool IsAlarm => Kind is RefusalKind.Number or RefusalKind.Share;
}
