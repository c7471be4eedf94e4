using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>
/// Conditions that say nothing of elements that are null. Those are told by a validation of their own (<see cref="NotNull"/>): beside it Terraform would complain in words about functions and
/// attributes of whatever else the same variable's validations ask.
/// </summary>
internal static class NullElements
{
    private const string Element = "element";

    /// <summary>A condition whose loops over variables pass over elements that are null.</summary>
    internal static Syntax PassedOver(Syntax condition, IReadOnlyList<VariableAttribute> variables) => In(condition, variables, new Dictionary<string, VariableType>());

    private static Syntax In(Syntax syntax, IReadOnlyList<VariableAttribute> variables, IReadOnlyDictionary<string, VariableType> names)
    {
        return syntax.Rewrite(part => part is ForSyntax loop ? Loop(loop) : SplatOf(part) is { } splat && ElementOf(splat.Target, variables, names) is ObjectType ? Attributes(part, splat) : null);

        // The attributes of all elements: those of null are none.
        ForSyntax Attributes(Syntax part, SplatSyntax splat) => new(null, Element, In(splat.Target, variables, names), null, OfElement(part)) { Condition = Syntaxes.IsNotNull(Syntax.Of(Element)) };

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

    /// <summary>The elements that something is an attribute of: in <c>var.ports[*].name</c> all ports.</summary>
    private static SplatSyntax? SplatOf(Syntax part) => part is AttributeSyntax attribute ? attribute.Target as SplatSyntax ?? SplatOf(attribute.Target) : null;

    /// <summary>The same attribute of one element.</summary>
    private static Syntax OfElement(Syntax part) => part is AttributeSyntax attribute ? OfElement(attribute.Target).Attribute(attribute.Name) : Syntax.Of(Element);

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
        AttributeSyntax when SplatOf(syntax) is { } splat => ElementOf(splat, variables, names) is { } element ? ListOf(TypeOf(OfElement(syntax), variables, With(names, Element, element))) : null,
        AttributeSyntax attribute => (TypeOf(attribute.Target, variables, names) as ObjectType)?.Attributes.FirstOrDefault(candidate => candidate.Name == attribute.Name)?.Type,
        IndexSyntax index => ElementOf(index.Target, variables, names),
        ConditionalSyntax choice => TypeOf(choice.Otherwise, variables, names),
        ListSyntax { Items: [var first, ..] } => ListOf(TypeOf(first, variables, names)),
        ForSyntax { Key: null } loop => ListOf(TypeOf(loop.Value, variables, ElementOf(loop.Collection, variables, names) is { } element ? With(names, loop.Name, element) : names)),
        CallSyntax { Function: "values", Arguments: [var map] } => TypeOf(map, variables, names) is MapType { Element: var element } ? new ListType(element) : null,
        CallSyntax { Function: "flatten", Arguments: [var lists] } => TypeOf(lists, variables, names) is ListType list ? Flat(list) : null,
        SplatSyntax splat => TypeOf(splat.Target, variables, names) switch { ListType list => list, ObjectType record => new ListType(record), _ => null },
        CallSyntax { Function: "concat" or "try" } call => call.Arguments.Select(argument => TypeOf(argument, variables, names)).FirstOrDefault(type => type is not null),
        _ => null,
    };

    private static ListType Flat(ListType list) => list.Element is ListType inner ? Flat(inner) : list;

    private static ListType? ListOf(VariableType? element) => element is null ? null : new ListType(element);

    private static Dictionary<string, VariableType> With(IReadOnlyDictionary<string, VariableType> names, string name, VariableType type) => new(names) { [name] = type };
}
