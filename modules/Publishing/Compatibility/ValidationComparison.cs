using System.Text.Json.Nodes;
using Orchestrator.Hcl.Expressions;

namespace Orchestrator.Modules.Publishing;

/// <summary>
/// Compares the validations of a variable. One that a rule's bound wrote is compared by the values that it accepts, and one on an input that is new and need not be given
/// changes nothing; any other that differs counts as new, since nobody can tell by comparing text that it refuses no more than the one before.
/// </summary>
internal static class ValidationComparison
{
    /// <summary>The changes from one version of a variable to the next.</summary>
    internal static IEnumerable<ModuleChange> Of(string place, JsonObject before, JsonObject after)
    {
        var (old, now) = (Validations(before), Validations(after));
        var compared = new HashSet<string>();
        foreach (var (condition, message) in now.Where(validation => !old.ContainsKey(validation.Key)))
        {
            var read = ValidationCondition.Read(condition);
            var alike = old.Keys.Select(text => (Text: text, Read: ValidationCondition.Read(text))).Where(other => other.Read.Frame == read.Frame && Includes(read, other.Read) is not null).ToList();
            if (alike.Count > 0)
            {
                var other = alike.Find(other => Includes(read, other.Read) == true) is { Text: not null } included ? included : alike[0];
                compared.Add(other.Text);
                if (!now.ContainsKey(other.Text) || Includes(read, other.Read) == false)
                {
                    foreach (var change in Bounds($"variable.{read.Path}", other.Read, read))
                    {
                        yield return change;
                    }
                }
            }
            else if (!IsOfNewInput(read, TypeReader.Read(before["type"]!.GetValue<string>()), TypeReader.Read(after["type"]!.GetValue<string>())))
            {
                yield return new(Weight.Breaks, place, $"has a validation that it did not have: {message} [{condition}]", null, condition);
            }
        }
        foreach (var (condition, message) in old.Where(validation => !now.ContainsKey(validation.Key) && !compared.Contains(validation.Key)))
        {
            yield return new(Weight.Adds, place, $"has lost a validation: {message}", condition);
        }
    }

    private static Dictionary<string, string> Validations(JsonObject variable) => (variable["validation"]?.AsArray() ?? [])
        .Select(validation => (Condition: Printer.Template(Parser.Template(validation!["condition"]!.GetValue<string>())), Message: validation["error_message"]!.GetValue<string>()))
        .DistinctBy(validation => validation.Condition)
        .ToDictionary(validation => validation.Condition, validation => validation.Message);

    /// <summary>Whether one accepts whatever another does; null where that cannot be told.</summary>
    private static bool? Includes(ValidationCondition condition, ValidationCondition other) =>
        condition.Accepted is null || other.Accepted is null ? null : condition.Accepted.Includes(other.Accepted) is { } includes ? includes && (condition.AcceptsNull || !other.AcceptsNull) : null;

    private static IEnumerable<ModuleChange> Bounds(string place, ValidationCondition before, ValidationCondition after)
    {
        var (was, @is) = (Text(before), Text(after));
        if (Includes(after, before) == false)
        {
            yield return new(Weight.Breaks, place, $"does not accept all that it did: {was} before, {@is} now", was, @is);
        }
        else if (Includes(before, after) == false)
        {
            yield return new(Weight.Adds, place, $"accepts more: {was} before, {@is} now", was, @is);
        }
    }

    private static string Text(ValidationCondition condition) => condition.AcceptsNull ? $"{condition.Accepted!.Text} or null" : condition.Accepted!.Text;

    /// <summary>Whether a condition is on what no call for the version before gives, and is met where it is not given.</summary>
    private static bool IsOfNewInput(ValidationCondition condition, VariableType before, VariableType after)
    {
        if (condition.Path?.Split('.') is not { } steps)
        {
            return false;
        }
        var (was, @is, reached) = ((VariableType?)before, (VariableType?)after, steps[0]);
        VariableAttribute? added = null;
        foreach (var step in steps[1..])
        {
            reached = $"{reached}.{step}";
            if (step == "*")
            {
                if (added is not null)
                {
                    return added.Default?.ToString() is "[]" or "{}";
                }
                (was, @is) = (Element(was), Element(@is));
                continue;
            }
            if ((@is as ObjectType)?.Attributes.FirstOrDefault(attribute => attribute.Name == step) is not { } now)
            {
                return false;
            }
            var old = (was as ObjectType)?.Attributes.FirstOrDefault(attribute => attribute.Name == step);
            if (old is null)
            {
                if (now.IsRequired || now.Default is null)
                {
                    return !now.IsRequired && condition.Guarded.Contains(reached);
                }
                added = now;
            }
            (was, @is) = (old?.Type, now.Type);
        }
        return added?.Default is { } standard && condition.Accepted?.Accepts($"{standard}") == true;
    }

    private static VariableType? Element(VariableType? type) => type switch
    {
        ListType list => list.Element,
        MapType map => map.Element,
        _ => null,
    };
}
