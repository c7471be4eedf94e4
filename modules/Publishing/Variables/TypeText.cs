using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>Types as Terraform writes them.</summary>
internal static class TypeText
{
    /// <summary>A type, its objects over several lines.</summary>
    internal static string Of(VariableType type, string indent = "") => type switch
    {
        ScalarType scalar => scalar.Name,
        ListType list => $"list({Of(list.Element, indent)})",
        MapType map => $"map({Of(map.Element, indent)})",
        ObjectType record => Object(record, indent),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>A default value as an expression.</summary>
    internal static string Default(JsonNode? value) => value switch
    {
        null => "null",
        JsonArray { Count: 0 } => "[]",
        JsonObject { Count: 0 } => "{}",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => $"{Syntaxes.OfLiteral(text.GetValue<string>())}",
        _ => value.ToJsonString(),
    };

    private static string Object(ObjectType record, string indent)
    {
        var text = new StringBuilder("object({\n");
        foreach (var attribute in record.Attributes)
        {
            var type = Of(attribute.Type, $"{indent}  ");
            text.Append(indent).Append("  ").Append(attribute.Name).Append(" = ");
            text.Append(attribute.IsRequired ? type : attribute.Default is null ? $"optional({type})" : $"optional({type}, {Default(attribute.Default)})");
            text.Append('\n');
        }
        return text.Append(indent).Append("})").ToString();
    }
}
