using Orchestrator.Hcl;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>What a single value in a variable must be, as a condition on the variable.</summary>
/// <param name="Path">Where the value is: the variable, then attributes, <c>*</c> for the elements of a map and <c>[]</c> for those of a list.</param>
/// <param name="Condition">The condition.</param>
/// <param name="Wrong">The keys of the elements that do not meet it; null where the variable is no map.</param>
/// <param name="Constraint">What the value must be.</param>
/// <param name="Rule">The rule that says so.</param>
/// <param name="IsOfKeys">Whether it is about the keys of the map that the path leads to.</param>
internal sealed record Bound(IReadOnlyList<string> Path, Syntax Condition, Syntax? Wrong, Constraint Constraint, string Rule, bool IsOfKeys = false)
{
    /// <summary>What the user reads, as a template.</summary>
    /// <param name="variables">The module's variables.</param>
    internal string MessageOf(IReadOnlyList<VariableAttribute> variables) =>
        $"{string.Join('.', Path)} {(IsOfKeys ? "has a key that " : "")}{Constraint.Violation}: allowed {Template.Escape(Constraint.Allowed)} ({Rule}).{(Wrong is null ? "" : $" Wrong in ${{join(\", \", {NullElements.PassedOver(Wrong, variables)})}}.")}";

    /// <summary>Every bound of a variable.</summary>
    internal static IEnumerable<Bound> Of(VariableAttribute variable) => In(variable.Type, Syntax.Of("var").Attribute(variable.Name), variable.IsNullable, [variable.Name], []);

    private static IEnumerable<Bound> In(VariableType type, Syntax value, bool isNullable, IReadOnlyList<string> path, IReadOnlyList<(string Name, Syntax Collection)> loops)
    {
        switch (type)
        {
            case ScalarType scalar:
                return scalar.Constraints.Select(asked =>
                {
                    var condition = asked.Constraint.Condition(value);
                    var guarded = isNullable ? new ConditionalSyntax(Syntaxes.IsNull(value), new LiteralSyntax(true), condition) : condition;
                    return new Bound(path, All(guarded, loops), path.Count > 1 && path[1] == "*" ? WrongIn(guarded, loops) : null, asked.Constraint, asked.Rule);
                });
            case ListType list:
                return Elements(list.Element, "element", [.. path, "[]"], [.. loops, ("element", value)]);
            case MapType map:
                return KeysOf(map, value, path, loops).Concat(Elements(map.Element, map.ElementName, [.. path, "*"], [.. loops, (map.ElementName, value)]));
            case ObjectType record:
                var (name, around) = isNullable ? (Syntax.Of(path[^1]), [.. loops, (path[^1], new SplatSyntax(value))]) : (value, loops);
                return record.Attributes.SelectMany(attribute => Attribute(attribute, name.Attribute(attribute.Name), [.. path, attribute.Name], around));
            default:
                return [];
        }
    }

    /// <summary>What holds of an attribute. One that is required is not null, which is told first; what else holds of it is asked of one that is there.</summary>
    private static IEnumerable<Bound> Attribute(VariableAttribute attribute, Syntax value, IReadOnlyList<string> path, IReadOnlyList<(string Name, Syntax Collection)> loops)
    {
        var isThere = NotNull.Required.Condition(value);
        IReadOnlyList<Bound> ofNull = attribute.IsRequired ? [new Bound(path, All(isThere, loops), path[1] == "*" ? WrongIn(isThere, loops) : null, NotNull.Required, ManifestRules.Missing.Id)] : [];
        var given = !attribute.IsRequired ? value : attribute.Type switch
        {
            ListType => new ConditionalSyntax(Syntaxes.IsNull(value), new ListSyntax([]), value),
            MapType => new ConditionalSyntax(Syntaxes.IsNull(value), new ObjectSyntax([]), value),
            _ => value,
        };
        return ofNull.Concat(In(attribute.Type, given, attribute.IsNullable || attribute.IsRequired, path, loops));
    }

    /// <summary>
    /// What holds of the elements of a collection. None is null, which is told first; a tag that is null is none, as the provider reads it. What else holds of plain ones is asked of those that
    /// are there.
    /// </summary>
    private static IEnumerable<Bound> Elements(VariableType type, string name, IReadOnlyList<string> path, IReadOnlyList<(string Name, Syntax Collection)> loops)
    {
        var element = Syntax.Of(name);
        var isThere = NotNull.Element.Condition(element);
        IReadOnlyList<Bound> ofNulls = path[^2] == "tags" ? [] : [new Bound(path, All(isThere, loops), path is [_, "*", ..] ? WrongIn(isThere, loops) : null, NotNull.Element, ManifestRules.Type.Id)];
        return ofNulls.Concat(In(type, element, type is ScalarType, path, loops));
    }

    private static IEnumerable<Bound> KeysOf(MapType map, Syntax value, IReadOnlyList<string> path, IReadOnlyList<(string Name, Syntax Collection)> loops)
    {
        if (map.Key is not { } key)
        {
            return [];
        }
        // A key of an inner map is not called as the key of the outer one that it is told in.
        var name = loops.Count == 0 ? "key" : $"{map.ElementName}_key";
        var condition = key.Constraint.Condition(Syntax.Of(name));
        IReadOnlyList<(string, Syntax)> within = [.. loops, (name, Syntaxes.Call("keys", value))];
        return [new Bound(path, All(condition, within), loops.Count == 0 ? new ForSyntax(null, name, within[0].Item2, null, Syntax.Of(name)) { Condition = new UnarySyntax("!", condition) } : path[1] == "*" ? WrongIn(condition, within) : null, key.Constraint, key.Rule, IsOfKeys: true)];
    }

    private static ForSyntax WrongIn(Syntax condition, IReadOnlyList<(string Name, Syntax Collection)> loops) =>
        new("key", loops[0].Name, loops[0].Collection, null, Syntax.Of("key")) { Condition = new UnarySyntax("!", All(condition, [.. loops.Skip(1)])) };

    /// <summary>A condition on all elements of collections, each of the next in one of the one before.</summary>
    private static Syntax All(Syntax condition, IReadOnlyList<(string Name, Syntax Collection)> loops)
    {
        if (loops.Count == 0)
        {
            return condition;
        }
        var list = loops.Reverse().Aggregate(condition, (inner, loop) => new ForSyntax(null, loop.Name, loop.Collection, null, inner));
        return Syntaxes.Call("alltrue", loops.Count == 1 ? list : Syntaxes.Call("flatten", list));
    }
}
