using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>A target group that a listener can forward to: one of this app's, or an existing one.</summary>
[Reference("targetGroups", Existing = "arn")]
public interface ITargetGroup
{
    /// <summary>The target group's ARN.</summary>
    Value<string> Arn { get; }

    /// <summary>What it was declared with, or null for an existing target group.</summary>
    TargetGroupProps? Props { get; }
}
