using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Names;

/// <summary>The name that AWS gets for a resource.</summary>
/// <param name="Kind">What it is the name of.</param>
/// <param name="Owner">What declares the resource.</param>
/// <param name="Property">The property that gives the name, a path below the declaration; empty where nobody has chosen it.</param>
/// <param name="Text">The name.</param>
/// <param name="Whole">What it is unique within where that is part of a stack, or exists: a zone's id, a cluster's ARN. Null where that is a region or an account.</param>
internal sealed record NamedResource(AwsName Kind, Declaration Owner, string Property, string Text, Value<string>? Whole)
{
    /// <summary>The name as AWS compares it.</summary>
    internal string Compared => Kind.IgnoresCase ? Text.ToUpperInvariant() : Text;
}
