using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A hosted zone that something else made.</summary>
/// <param name="Id">Its id, <c>Z0123456789ABCDEFGHIJ</c>.</param>
public sealed record ExistingHostedZone(Value<string> Id) : IHostedZone
{
    /// <summary>Its domain name. Unless set, what depends on it is not checked.</summary>
    public Value<string>? Name { get; init; }

    /// <inheritdoc/>
    public HostedZoneProps? Props => null;

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();
}
