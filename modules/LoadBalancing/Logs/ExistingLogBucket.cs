using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A bucket that something else made, with a policy that lets load balancers write to it.</summary>
/// <param name="Name">Its name.</param>
public sealed record ExistingLogBucket(Value<string> Name) : ILogBucket
{
    /// <inheritdoc/>
    public string? PolicyAddress => null;

    /// <inheritdoc/>
    public override string ToString() => Name.ToString();
}
