using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>A security group that a manifest declares, before it is constructed.</summary>
internal sealed class DeclaredSecurityGroup(string name, Func<SecurityGroupProps?> props) : ISecurityGroup
{
    public Value<string> Id { get; } = Expression.Attribute("aws_security_group", name, "id");

    public string Name => name;

    public SecurityGroupProps? Props => props();

    public override string ToString() => name;
}
