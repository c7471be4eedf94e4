using System.Collections.Immutable;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.State;

/// <summary>How what is in AWS already comes into the stack's state. It has no effect once it has been applied, and can be removed then.</summary>
public sealed record AdoptionProps : IProps
{
    /// <summary>The addresses that resources have in the state now, by those that they get: <c>aws_lb.web: module.alb.aws_lb.this[0]</c>. A <c>moved</c> block for each. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Moved { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>The ids by which the AWS provider imports resources, by the addresses that they get: <c>aws_security_group.web: sg-0a1b2c3d4e5f60718</c>. An <c>import</c> block for each. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Imports { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>
    /// The addresses in the state, without the keys of instances, of what is forgotten and stays in AWS: <c>module.vpc.aws_vpc.this</c>. A <c>removed</c> block for each, in the main stack. Without one,
    /// what is in the state and not in the manifest is destroyed. None unless set.
    /// </summary>
    public ValueList<string> Removed { get; init; } = [];
}
