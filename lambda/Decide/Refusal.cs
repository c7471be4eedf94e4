namespace Orchestrator.Lambda.Decide;

/// <summary>Why something that is due is not removed, or not yet.</summary>
/// <param name="Kind">What stands against it.</param>
/// <param name="Count">How many targets that are due stay.</param>
/// <param name="Reason">With figures, and what to look at, for people.</param>
internal sealed record Refusal(RefusalKind Kind, int Count, string Reason)
{
    /// <summary>Whether somebody must look at it: it looks like an error of the DNS. The other kinds pass by themselves.</summary>
    internal bool IsAlarm => Kind is RefusalKind.TooFewNamed;
}
