using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Instances;

/// <summary>An EC2 instance that a manifest declares, before it is constructed.</summary>
internal sealed class DeclaredInstance(string name, Func<InstanceProps?> props) : IInstance
{
    public Value<string> Id { get; } = Expression.Attribute("aws_instance", name, "id");

    public InstanceProps? Props => props();

    public override string ToString() => name;
}
