using System.Globalization;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;
using Orchestrator.Text;

namespace Orchestrator.Modules.Manifest;

/// <summary>Turns a scalar into a string, a number, a boolean, a date or an enumeration's member; never one into another.</summary>
internal static class ScalarBinder
{
    /// <summary>Whether values of the type are written as scalars.</summary>
    internal static bool Handles(Type type) => type == typeof(string) || type == typeof(int) || type == typeof(decimal) || type == typeof(bool) || type == typeof(DateOnly) || type.IsEnum;

    /// <summary>The value, or null with a problem added.</summary>
    internal static object? Bind(Node node, Type type, string path, Rule rule, Problems problems)
    {
        // A placeholder in a map in braces must be in quotes.
        if (node is ScalarNode scalar && Convert(scalar is { Plain: false, IsPutIn: true } && type != typeof(string) ? scalar with { Plain = true } : scalar, type) is { } value)
        {
            return value;
        }
        if (type == typeof(int) && node is ScalarNode { Kind: ScalarKind.Integer } number)
        {
            problems.Add(ManifestRules.Type, node.Mark, path, "is too large or not decimal", number.Describe, $"a whole number from {int.MinValue} to {int.MaxValue}", "write it in decimal digits");
            return null;
        }
        var allowed = Allowed(type);
        problems.Add(type.IsEnum && node is ScalarNode { Kind: ScalarKind.String } ? rule : ManifestRules.Type, node.Mark, path, Wrong(type), node.Describe, allowed, Fix(node, type));
        return null;
    }

    /// <summary>The accepted values of a type, in words.</summary>
    internal static string Allowed(Type type) => type switch
    {
        _ when type == typeof(string) => "a string",
        _ when type == typeof(int) => "a whole number",
        _ when type == typeof(decimal) => "a number",
        _ when type == typeof(bool) => "true or false",
        _ when type == typeof(DateOnly) => "a date as YYYY-MM-DD",
        _ => string.Join(", ", Spelling.All(type).Select(member => member.Text)) + (Spelling.NumbersOf(type) is { } numbers ? $", or a number from {numbers.Least} to {numbers.Most}" : ""),
    };

    private static object? Convert(ScalarNode scalar, Type type) => type switch
    {
        _ when type == typeof(string) => scalar.Kind == ScalarKind.String ? scalar.Text : null,
        _ when type == typeof(int) => scalar.Kind == ScalarKind.Integer && int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ when type == typeof(decimal) => scalar.Kind is ScalarKind.Integer or ScalarKind.Float && decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var fraction) ? fraction : null,
        _ when type == typeof(bool) => scalar.Kind == ScalarKind.Boolean ? scalar.Text[0] is 't' or 'T' : null,
        _ when type == typeof(DateOnly) => DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", out var date) ? date : null,
        _ => Spelling.Parse(type, scalar.Text),
    };

    private static string Wrong(Type type) => type.IsEnum ? "is not one of its values" : $"is not {Allowed(type)}";

    private static string Fix(Node node, Type type)
    {
        if (node is ScalarNode scalar)
        {
            if (type == typeof(string))
            {
                return scalar.Kind == ScalarKind.Null ? "give a value, or remove the key" : $"put it in quotes: \"{scalar.Text}\"";
            }
            if (!scalar.Plain && Convert(scalar with { Plain = true }, type) is not null)
            {
                return $"remove the quotes: {scalar.Text}";
            }
            if (type.IsEnum && Nearest.Hint(scalar.Text, Spelling.All(type).Select(member => member.Text)) is { Length: > 0 } hint)
            {
                return hint;
            }
        }
        return $"write {Allowed(type)}";
    }
}
