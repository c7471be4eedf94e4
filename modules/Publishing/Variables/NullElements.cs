using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>
/// Conditions that say nothing of elements that are null. Those are told by a validation of their own (<see cref="NotNull"/>): beside it Terraform would complain in words about functions and
/// attributes of whatever else the same variable's validations ask.
/// </summary>
internal static class NullElements
{
    /// <summary>A condition whose loops over variables pass over elements that are null.</summary>
    internal static Syntax PassedOver(Syntax condition, IReadOnlyList<VariableAttribute> variables) => In(condition, variables, new Dictionary<string, VariableType>());

    private static Syntax In(Syntax syntax, IReadOnlyList<VariableAttribute> variables, IReadOnlyDictionary<string, VariableType> names)
    {
        return syntax.Rewrite(part => part is ForSyntax loop ? Loop(loop) : null);

        ForSyntax Loop(ForSyntax loop)
        {
            var collection = In(loop.Collection, variables, names);
            var element = ElementOf(loop.Collection, variables, names);
            var within = new Dictionary<string, VariableType>(names);
            within.Remove(loop.Name);
            if (element is not null)
            {
                within[loop.Name] = element;
            }
            var inner = loop with { Collection = collection, Key = loop.Key is null ? null : In(loop.Key, variables, within), Value = In(loop.Value, variables, within), Condition = loop.Condition is null ? null : In(loop.Condition, variables, within) };
            var name = Syntax.Of(loop.Name);
            // What [*] makes a list of is there once or, being null, not at all.
            return element is null || (loop.Collection is SplatSyntax && element is ObjectType) || AsksOf(inner.Value, name) || inner.Condition is UnarySyntax { Operand: var wrong } && AsksOf(wrong, name) ? inner
                : inner.Condition is null ? inner with { Condition = Syntaxes.IsNotNull(name) }
                // Both operands of && are looked at.
                : inner with { Condition = new ConditionalSyntax(Syntaxes.IsNull(name), new LiteralSyntax(false), inner.Condition) };
        }
    }

    /// <summary>Whether what is asked of an element is about its being null already.</summary>
    private static bool AsksOf(Syntax value, Syntax name) => value switch
    {
        ConditionalSyntax choice => choice.Condition.Equals(Syntaxes.IsNull(name)),
        _ => value.Equals(Syntaxes.IsNotNull(name)),
    };

    /// <summary>The type of the elements of a collection of a variable; null of any other.</summary>
    private static VariableType? ElementOf(Syntax collection, IReadOnlyList<VariableAttribute> variables, IReadOnlyDictionary<string, VariableType> names) => TypeOf(collection, variables, names) switch
    {
        ListType list => list.Element,
        MapType map => map.Element,
        _ => null,
    };

    private static VariableType? TypeOf(Syntax syntax, IReadOnlyList<VariableAttribute> variables, IReadOnlyDictionary<string, VariableType> names) => syntax switch
    {
        NameSyntax name => names.GetValueOrDefault(name.Name),
        AttributeSyntax { Target: NameSyntax { Name: "var" } } variable => variables.FirstOrDefault(candidate => candidate.Name == variable.Name)?.Type,
        AttributeSyntax attribute => (TypeOf(attribute.Target, variables, names) as ObjectType)?.Attributes.FirstOrDefault(candidate => candidate.Name == attribute.Name)?.Type,
        IndexSyntax index => ElementOf(index.Target, variables, names),
        CallSyntax { Function: "values", Arguments: [var map] } => TypeOf(map, variables, names) is MapType { Element: var element } ? new ListType(element) : null,
        SplatSyntax splat => TypeOf(splat.Target, variables, names) switch { ListType list => list, ObjectType record => new ListType(record), _ => null },
        CallSyntax { Function: "concat" or "try" } call => call.Arguments.Select(argument => TypeOf(argument, variables, names)).FirstOrDefault(type => type is not null),
        _ => null,
    };
}
