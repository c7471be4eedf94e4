using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>A security group that something else made. Its rules stay as they are.</summary>
/// <param name="Id">Its id, <c>sg-0a1b2c3d4e5f60718</c>.</param>
public sealed record ExistingSecurityGroup(Value<string> Id) : ISecurityGroup
{
    /// <inheritdoc/>
    public SecurityGroupProps? Props => null;

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();
}
