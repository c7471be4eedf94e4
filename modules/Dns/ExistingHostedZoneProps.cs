using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A hosted zone that something else made, with what the checks of names in it need to know. Nothing is made.</summary>
public sealed record ExistingHostedZoneProps : IProps
{
    /// <summary>Its id, <c>Z0123456789ABCDEFGHIJ</c>.</summary>
    public required Value<string> Id { get; init; }

    /// <summary>Its domain name, <c>example.com</c>.</summary>
    public required Value<string> DomainName { get; init; }
}
