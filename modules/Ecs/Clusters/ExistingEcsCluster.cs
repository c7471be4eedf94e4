using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>An ECS cluster that something else made.</summary>
/// <param name="Arn">Its ARN, <c>arn:aws:ecs:eu-central-1:111122223333:cluster/shop</c>.</param>
public sealed record ExistingEcsCluster(Value<string> Arn) : IEcsCluster
{
    /// <inheritdoc/>
    public Value<string> Name =>
        Arn.TryGetLiteral(out var arn) ? arn[(arn.LastIndexOf('/') + 1)..] : Expression.Of($"element(split(\"/\", {Arn}), 1)");

    /// <inheritdoc/>
    public EcsClusterProps? Props => null;

    /// <inheritdoc/>
    public Value<string> CapacityProvider(Value<string> provider) => provider;

    /// <inheritdoc/>
    public override string ToString() => Arn.ToString();
}
