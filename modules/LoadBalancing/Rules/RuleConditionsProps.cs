using System.Collections.Immutable;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// Which requests a rule is for: those that meet every condition that is set, each by one of its values. At least one, and at most five values
/// in all of them together.
/// </summary>
public sealed record RuleConditionsProps
{
    /// <summary>Host names, at most 128 characters each; <c>*</c> stands for any characters, <c>?</c> for one. Case does not matter.</summary>
    public ValueList<string> Hosts { get; init; } = [];

    /// <summary>Paths, at most 128 characters each, without the query; <c>*</c> stands for any characters, <c>?</c> for one.</summary>
    public ValueList<string> Paths { get; init; } = [];

    /// <summary>Request methods: capital letters, hyphens and underscores, at most 40.</summary>
    public ValueList<string> Methods { get; init; } = [];

    /// <summary>Where requests come from: CIDR blocks of the connection's other end, IPv4 or IPv6.</summary>
    public ValueList<string> SourceCidrs { get; init; } = [];

    /// <summary>Header fields with their values, by the fields' names; <c>*</c> and <c>?</c> as in hosts. Each field is a condition of its own.</summary>
    public IReadOnlyDictionary<string, ValueList<string>> Headers { get; init; } = ImmutableDictionary<string, ValueList<string>>.Empty;

    /// <summary>Conditions on the query, each met by one of its parameters. Each element is a condition of its own.</summary>
    public IReadOnlyList<QueryStringConditionProps> QueryStrings { get; init; } = [];
}
