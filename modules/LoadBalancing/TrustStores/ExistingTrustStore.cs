using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A trust store that something else made, or that a manifest declares.</summary>
/// <param name="Arn">Its ARN.</param>
public sealed record ExistingTrustStore(Value<string> Arn) : ITrustStore
{
    /// <inheritdoc/>
    public override string ToString() => Arn.ToString();
}
