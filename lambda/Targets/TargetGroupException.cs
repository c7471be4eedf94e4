namespace Orchestrator.Lambda.Targets;

/// <summary>The target group did not do what it was asked. The message is for people.</summary>
internal sealed class TargetGroupException(TargetGroupError error, string message) : Exception(message)
{
    /// <summary>What is wrong, as far as it makes a difference.</summary>
    internal TargetGroupError Error { get; } = error;
}
