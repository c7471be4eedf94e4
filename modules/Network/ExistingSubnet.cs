using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Network;

/// <summary>A subnet of which no more than its id is known.</summary>
/// <param name="Id">Its id, <c>subnet-0a1b2c3d4e5f60718</c>.</param>
public sealed record ExistingSubnet(Value<string> Id) : ISubnet
{
    /// <inheritdoc/>
    public Value<string>? AvailabilityZone { get; init; }

    /// <inheritdoc/>
    public Value<bool>? Public => null;

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();
}
