using System.Collections.Immutable;
using Orchestrator.Modules.Provider;
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

    /// <summary>Regular expressions for host names, at most 128 characters each, without lookarounds, backreferences, atomic groups and Unicode classes; in place of <see cref="Hosts"/>.</summary>
    [Since("aws_lb_listener_rule.condition.host_header.regex_values")]
    public ValueList<string> HostRegex { get; init; } = [];

    /// <summary>Regular expressions for paths, as those for hosts; in place of <see cref="Paths"/>.</summary>
    [Since("aws_lb_listener_rule.condition.path_pattern.regex_values")]
    public ValueList<string> PathRegex { get; init; } = [];

    /// <summary>Request methods: capital letters, hyphens and underscores, at most 40.</summary>
    public ValueList<string> Methods { get; init; } = [];

    /// <summary>Where requests come from: CIDR blocks of the connection's other end, IPv4 or IPv6.</summary>
    public ValueList<string> SourceCidrs { get; init; } = [];

    /// <summary>Header fields with their values, by the fields' names; <c>*</c> and <c>?</c> as in hosts. Each field is a condition of its own.</summary>
    public IReadOnlyDictionary<string, ValueList<string>> Headers { get; init; } = ImmutableDictionary<string, ValueList<string>>.Empty;

    /// <summary>Header fields with regular expressions for their values, as those for hosts, by the fields' names. Each field is a condition of its own.</summary>
    [Since("aws_lb_listener_rule.condition.http_header.regex_values")]
    public IReadOnlyDictionary<string, ValueList<string>> HeaderRegex { get; init; } = ImmutableDictionary<string, ValueList<string>>.Empty;

    /// <summary>Conditions on the query, each met by one of its parameters. Each element is a condition of its own.</summary>
    public IReadOnlyList<QueryStringConditionProps> QueryStrings { get; init; } = [];
}
