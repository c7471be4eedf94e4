namespace Orchestrator.Lambda.Settings;

/// <summary>A target group and the port that its targets listen on.</summary>
internal sealed record TargetPair(int Port, string TargetGroup);
