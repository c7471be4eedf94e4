namespace Orchestrator.Lambda.Targets;

/// <summary>A target that the group lists.</summary>
internal readonly record struct RegisteredTarget(Target Target, TargetState State);
