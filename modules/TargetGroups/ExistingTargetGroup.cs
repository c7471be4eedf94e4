using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>A target group that something else made.</summary>
/// <param name="Arn">Its ARN.</param>
public sealed record ExistingTargetGroup(Value<string> Arn) : ITargetGroup
{
    /// <inheritdoc/>
    public TargetGroupProps? Props => null;

    /// <inheritdoc/>
    public override string ToString() => Arn.ToString();
}
