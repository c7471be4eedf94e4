using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Names;

/// <summary>A declaration in its stack, which together give names to what has none.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Stack">The stack's name; null where it is not known.</param>
internal sealed record NamePlace(Declaration Declaration, string? Stack)
{
    /// <summary>The name that the declaration gives to what carries no other.</summary>
    internal string Own => PhysicalName.Of(Declaration.Name);

    /// <summary>The name of a resource, or null where only Terraform knows it.</summary>
    /// <param name="kind">What AWS wants of it.</param>
    /// <param name="property">The property that gives it.</param>
    /// <param name="given">What that says.</param>
    /// <param name="generated">The name where it says nothing, of the stack's; the one that <see cref="GeneratedName"/> makes of the declaration's own unless given. A null of it stands for a name that only Terraform knows.</param>
    /// <param name="whole">What the name is unique within, where that is not a region or an account.</param>
    internal NamedResource? Name(AwsName kind, string property, Value<string>? given, Func<string, string?>? generated = null, Value<string>? whole = null)
    {
        if (given is not null)
        {
            return given.TryGetLiteral(out var literal) ? new NamedResource(kind, Declaration, property, literal, whole) : null;
        }
        var name = Stack is null ? null : generated is null ? GeneratedName.Of(kind, Stack, Own) : generated(Stack);
        return name is null ? null : new NamedResource(kind, Declaration, "", name, whole);
    }

    /// <summary>The same of a name that somebody may set, and the provider chooses otherwise.</summary>
    internal NamedResource? Fixed(AwsName kind, string property, Value<string>? given, Value<string>? whole = null) => Name(kind, property, given, static _ => null, whole);
}
