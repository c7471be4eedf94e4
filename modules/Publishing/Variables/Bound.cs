using System.Text;
using Orchestrator.Hcl;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Publishing;

/// <summary>What a single value in a variable must be, as a condition on the variable.</summary>
/// <param name="Path">Where the value is: the variable, then attributes, <c>*</c> for the elements of a map and <c>[]</c> for those of a list.</param>
/// <param name="Condition">The condition, as an expression.</param>
/// <param name="Wrong">The keys of the elements that do not meet it, as an expression; null where the variable is no map.</param>
/// <param name="Constraint">What the value must be.</param>
/// <param name="Rule">The rule that says so; null where the type does.</param>
internal sealed record Bound(IReadOnlyList<string> Path, string Condition, string? Wrong, Constraint Constraint, string? Rule)
{
    /// <summary>What the user reads, as a template.</summary>
    internal string Message => $"{string.Join('.', Path)} {Constraint.Violation}: allowed {Template.Escape(Constraint.Allowed)}{(Rule is null ? "" : $" ({Rule})")}.{(Wrong is null ? "" : $" Wrong in ${{join(\", \", {Wrong})}}.")}";

    /// <summary>Every bound of a variable.</summary>
    internal static IEnumerable<Bound> Of(VariableAttribute variable) => In(variable.Type, $"var.{variable.Name}", variable.IsNullable, [variable.Name], []);

    private static IEnumerable<Bound> In(VariableType type, string value, bool isNullable, IReadOnlyList<string> path, IReadOnlyList<string> loops)
    {
        switch (type)
        {
            case ScalarType scalar:
                foreach (var (constraint, rule) in scalar.Constraints)
                {
                    var condition = isNullable ? $"{value} == null ? true : {constraint.Condition(value)}" : constraint.Condition(value);
                    yield return new Bound(path, Repeated(condition, loops), WrongIn(condition, path, loops), constraint, rule);
                }
                break;
            case ListType list:
                foreach (var bound in In(list.Element, "element", false, [.. path, "[]"], [.. loops, $"for element in {value}"]))
                {
                    yield return bound;
                }
                break;
            case MapType map:
                foreach (var bound in In(map.Element, map.ElementName, false, [.. path, "*"], [.. loops, $"for {map.ElementName} in {value}"]))
                {
                    yield return bound;
                }
                break;
            case ObjectType record:
                var name = isNullable ? path[^1] : value;
                foreach (var attribute in record.Attributes)
                {
                    foreach (var bound in In(attribute.Type, $"{name}.{attribute.Name}", attribute.IsNullable, [.. path, attribute.Name], isNullable ? [.. loops, $"for {name} in {value}[*]"] : loops))
                    {
                        yield return bound;
                    }
                }
                break;
        }
    }

    private static string? WrongIn(string condition, IReadOnlyList<string> path, IReadOnlyList<string> loops) =>
        path.Count > 1 && path[1] == "*" ? $"[{loops[0].Replace("for ", "for key, ", StringComparison.Ordinal)} : key if !({OnOneLine(condition, [.. loops.Skip(1)])})]" : null;

    private static string OnOneLine(string condition, IReadOnlyList<string> loops) => loops.Count == 0 ? condition
        : $"alltrue({(loops.Count > 1 ? "flatten(" : "")}{string.Concat(loops.Select(loop => $"[{loop} : "))}{condition}{new string(']', loops.Count)}){(loops.Count > 1 ? ")" : "")}";

    private static string Repeated(string condition, IReadOnlyList<string> loops)
    {
        if (loops.Count == 0)
        {
            return condition;
        }
        var text = new StringBuilder(loops.Count == 1 ? "alltrue([" : "alltrue(flatten([");
        for (var level = 0; level < loops.Count; level++)
        {
            text.Append('\n').Append(' ', 2 * (level + 1)).Append(loops[level]).Append(level < loops.Count - 1 ? " : [" : $" : {condition}");
        }
        for (var level = loops.Count; level > 1; level--)
        {
            text.Append('\n').Append(' ', 2 * (level - 1)).Append(']');
        }
        return text.Append(loops.Count == 1 ? "\n])" : "\n]))").ToString();
    }
}
