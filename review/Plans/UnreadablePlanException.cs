namespace Orchestrator.Review.Plans;

/// <summary>What was given is not the JSON of a plan. The message is for the user: what it is instead, and what to run.</summary>
public sealed class UnreadablePlanException(string message) : Exception(message);
