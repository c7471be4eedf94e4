using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>A listener that something else made, with the rules that are added to it here.</summary>
public sealed record ExistingApplicationListenerProps : IProps
{
    /// <summary>Its ARN.</summary>
    public required Value<string> Arn { get; init; }

    /// <summary>Its protocol, so that what needs HTTPS can be checked. Not known unless set.</summary>
    public Value<ApplicationProtocol>? Protocol { get; init; }

    /// <summary>Rules that are added to it, by name. None unless set.</summary>
    public IReadOnlyDictionary<string, ApplicationListenerRuleProps> Rules { get; init; } = ImmutableDictionary<string, ApplicationListenerRuleProps>.Empty;
}
