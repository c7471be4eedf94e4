using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>An ECS cluster that a manifest declares, before it is constructed.</summary>
internal sealed class DeclaredEcsCluster(string name, Func<EcsClusterProps?> props) : IEcsCluster
{
    public Value<string> Arn { get; } = Expression.Attribute("aws_ecs_cluster", name, "arn");

    public Value<string> Name { get; } = Expression.Attribute("aws_ecs_cluster", name, "name");

    public EcsClusterProps? Props => props();

    public Value<string> CapacityProvider(Value<string> provider) => CapacityProviders.NameOf(name, provider, Props);

    public override string ToString() => name;
}
