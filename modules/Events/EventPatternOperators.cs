using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Text;

namespace Orchestrator.Modules.Events;

/// <summary>The comparison operators of event patterns: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html, as of 2026-11-30.</summary>
internal static class EventPatternOperators
{
    internal static readonly string[] Known = ["prefix", "suffix", "equals-ignore-case", "wildcard", "anything-but", "numeric", "exists", "cidr"];
    private static readonly string[] Comparisons = ["=", "<", "<=", ">", ">="];
    private static readonly string[] InAnythingBut = ["prefix", "suffix", "equals-ignore-case", "wildcard"];

    /// <summary>What is wrong with a pattern whose fields have lists, its place, and what would be right; null where nothing is.</summary>
    internal static (string Field, string What, string Allowed)? Mistake(JsonObject pattern)
    {
        foreach (var (field, value) in pattern)
        {
            var mistake = value switch
            {
                JsonObject inner => Mistake(inner),
                JsonArray list when field == "$or" => list.OfType<JsonObject>().Select(Mistake).FirstOrDefault(found => found is not null),
                JsonArray { Count: 0 } => (field, "has an empty list of values", "one value or more"),
                JsonArray list => list.OfType<JsonObject>().Select(comparison => MistakeIn(field, comparison)).FirstOrDefault(found => found is not null),
                _ => null,
            };
            if (mistake is not null)
            {
                return mistake;
            }
        }
        return null;
    }

    /// <summary>The operators that are neither known nor like one that is, each with its field: EventBridge may have learnt them since.</summary>
    internal static IEnumerable<(string Field, string Operator)> Unknown(JsonObject pattern) => pattern.SelectMany(field => field.Value switch
    {
        JsonObject inner => Unknown(inner),
        JsonArray list when field.Key == "$or" => list.OfType<JsonObject>().SelectMany(Unknown),
        JsonArray list => list.OfType<JsonObject>().Where(comparison => comparison.Count == 1 && IsUnknown(comparison.First().Key)).Select(comparison => (field.Key, comparison.First().Key)),
        _ => [],
    });

    private static bool IsUnknown(string name) => !Known.Contains(name) && Nearest.Hint(name, Known).Length == 0;

    private static (string Field, string What, string Allowed)? MistakeIn(string field, JsonObject comparison)
    {
        if (comparison.Count != 1)
        {
            return (field, "has a comparison with several operators or none", "one operator in each pair of braces");
        }
        var (name, operand) = comparison.First();
        return name switch
        {
            "prefix" or "suffix" => IsText(operand) || operand is JsonObject { Count: 1 } inner && IsText(inner["equals-ignore-case"]) ? null : (field, $"has no text for {name}", "a text"),
            "equals-ignore-case" or "wildcard" or "cidr" => IsText(operand) ? null : (field, $"has no text for {name}", "a text"),
            "exists" => operand?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : (field, "has neither true nor false for exists", "true or false"),
            "numeric" => IsNumeric(operand) ? null : (field, "has no comparison with numbers for numeric", "[\"<\", 10] or [\">\", 0, \"<=\", 5]"),
            "anything-but" => IsAnythingBut(operand) ? null : (field, "has nothing that anything-but takes", $"a value, a list of them, or one of {string.Join(", ", InAnythingBut)}"),
            _ => IsUnknown(name) ? null : (field, $"has an operator that there is not, {name}", string.Join(", ", Known)),
        };
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static bool IsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    private static bool IsNumeric(JsonNode? operand) =>
        operand is JsonArray { Count: 2 or 4 } parts && parts.Select((part, index) => index % 2 == 0 ? IsText(part) && Comparisons.Contains(part!.GetValue<string>()) : IsNumber(part)).All(isRight => isRight);

    private static bool IsAnythingBut(JsonNode? operand) => operand switch
    {
        JsonArray list => list.Count > 0 && list.All(value => IsText(value) || IsNumber(value)),
        JsonObject inner => inner.Count == 1 && InAnythingBut.Contains(inner.First().Key) && (IsText(inner.First().Value) || inner.First().Value is JsonArray { Count: > 0 }),
        _ => IsText(operand) || IsNumber(operand),
    };
}
