using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>
/// The condition of a validation, read as far as it has a shape that <see cref="Bound"/> gives it: in loops over collections, after a guard against null, what one value
/// must be.
/// </summary>
/// <param name="Frame">The condition without what the value must be; two with the same are about the same.</param>
/// <param name="Path">Where the value or what the guard asks about is, <c>*</c> for the elements of a collection; null where that cannot be told.</param>
/// <param name="Guarded">The paths of what, where it is null, meets the condition.</param>
/// <param name="AcceptsNull">Whether the value itself may be null.</param>
/// <param name="Accepted">The values that it accepts; null where that cannot be told.</param>
internal sealed record ValidationCondition(string Frame, string? Path, IReadOnlyList<string> Guarded, bool AcceptsNull, AcceptedValues? Accepted)
{
    /// <summary>Reads a condition as it stands in a module, a template.</summary>
    internal static ValidationCondition Read(string template)
    {
        var (loops, body) = Loops(Parser.Template(template));
        var paths = new Dictionary<string, string>();
        var guarded = new List<string>();
        foreach (var loop in loops)
        {
            var collection = Given(loop.Collection);
            // What [*] repeats over is there once or, being null, not at all.
            var optional = collection as SplatSyntax;
            var keyed = collection is CallSyntax { Function: "keys", Arguments: [var map] } ? map : null;
            if (PathOf(optional?.Target ?? keyed ?? collection, paths) is { } path)
            {
                // What is said of keys is said of the map.
                paths[loop.Name] = optional is null && keyed is null ? $"{path}.*" : path;
                guarded.AddRange(optional is null ? [] : [path]);
            }
        }
        var (guard, rest) = Guard(body);
        var (value, accepted) = Bounds(rest);
        if (guard is not null && PathOf(guard, paths) is { } nullable)
        {
            guarded.Add(nullable);
        }
        var acceptsNull = guard is not null && $"{guard}" == $"{value}";
        var frame = $"{string.Join(' ', loops.Select(loop => $"{loop.Name} in {Given(loop.Collection)}:"))} {(acceptsNull || guard is null ? "" : $"{guard} == null: ")}{(accepted is null ? rest : value)}";
        return new(frame, (value ?? guard) is { } about ? PathOf(about, paths) : null, guarded, acceptsNull, accepted);
    }

    private static (IReadOnlyList<ForSyntax> Loops, Syntax Body) Loops(Syntax condition)
    {
        var loops = new List<ForSyntax>();
        var body = condition is CallSyntax { Function: "alltrue", Arguments: [var all] } ? all is CallSyntax { Function: "flatten", Arguments: [var nested] } ? nested : all : condition;
        for (; body is ForSyntax { Key: null, KeyName: null } loop && (loop.Condition is null || loop.Condition.Equals(Syntaxes.IsNotNull(Syntax.Of(loop.Name)))); body = loop.Value)
        {
            loops.Add(loop);
        }
        return loops.Count == 0 ? ([], condition) : (loops, body);
    }

    /// <summary>A collection in the place of which there is an empty one where it is null.</summary>
    private static Syntax Given(Syntax collection) =>
        collection is ConditionalSyntax { Condition: BinarySyntax { Operator: "==" } isNull, Then: ListSyntax { Items.Count: 0 } or ObjectSyntax { Entries.Count: 0 } } choice && isNull.Left.Equals(choice.Otherwise) ? choice.Otherwise : collection;

    /// <summary>What meets a condition by being null, and what else is asked.</summary>
    private static (Syntax? Guard, Syntax Else) Guard(Syntax body) => body switch
    {
        ConditionalSyntax { Condition: BinarySyntax { Operator: "==" } isNull } choice when isNull.Right.IsLiteral(null) && choice.Then.IsLiteral(true) && PathSyntax.Of(isNull.Left) is not null => (isNull.Left, choice.Otherwise),
        BinarySyntax { Operator: "||" } any when Guard(any.Left) is ({ } guard, var left) => (guard, left.IsLiteral(false) ? any.Right : any with { Left = left }),
        BinarySyntax { Operator: "==" } isNull when isNull.Right.IsLiteral(null) && PathSyntax.Of(isNull.Left) is not null => (isNull.Left, new LiteralSyntax(false)),
        _ => (null, body),
    };

    private static string? PathOf(Syntax value, Dictionary<string, string> paths) => PathSyntax.Of(value) is not { } names ? null
        : names[0] == "var" ? string.Join('.', names.Skip(1))
        : paths.TryGetValue(names[0], out var path) ? string.Join('.', names.Skip(1).Prepend(path))
        : null;

    private static (Syntax? Value, AcceptedValues? Accepted) Bounds(Syntax body) => body switch
    {
        BinarySyntax { Operator: "!=" } given when given.Right.IsLiteral(null) => (given.Left, new Anything()),
        BinarySyntax { Operator: ">=", Right: LiteralSyntax { Value: long minimum } } least => (least.Left, new NumberRange(minimum, null)),
        BinarySyntax { Operator: "&&", Left: BinarySyntax { Operator: ">=", Right: LiteralSyntax { Value: long minimum } } least, Right: BinarySyntax { Operator: "<=", Right: LiteralSyntax { Value: long maximum } } most }
            when $"{least.Left}" == $"{most.Left}" => (least.Left, new NumberRange(minimum, maximum)),
        CallSyntax { Function: "contains", Arguments: [ListSyntax members, var value] } when members.Items.All(member => member is LiteralSyntax) => (value, new Members([.. members.Items.Select(member => $"{member}")])),
        BinarySyntax
        {
            Operator: "&&",
            Left: BinarySyntax { Operator: "<=", Left: CallSyntax { Function: "length", Arguments: [var value] }, Right: LiteralSyntax { Value: long length } },
            Right: CallSyntax { Function: "can", Arguments: [CallSyntax { Function: "regex", Arguments: [LiteralSyntax { Value: string } pattern, var matched] }] },
        } when $"{value}" == $"{matched}" => (value, new MatchingText($"{pattern}", length)),
        _ => (null, null),
    };
}
