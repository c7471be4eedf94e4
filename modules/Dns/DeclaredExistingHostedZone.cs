using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Dns;

/// <summary>A hosted zone that a manifest names, before the manifest has been read to its end.</summary>
internal sealed class DeclaredExistingHostedZone(string name, Func<ExistingHostedZoneProps?> props) : IHostedZone
{
    /// <summary>The id; where it has a mistake of its own, which stops synthesis, an expression that no rule looks into.</summary>
    public Value<string> Id => props()?.Id ?? Expression.Of("null");

    public Value<string>? Name => props()?.DomainName;

    public HostedZoneProps? Props => null;

    public override string ToString() => name;
}
