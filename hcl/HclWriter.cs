using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Orchestrator.Hcl;

/// <summary>
/// Writes Terraform's JSON syntax in the native one: the same configuration, formatted as <c>terraform fmt</c> leaves it. Expressions lose their
/// <c>"${ }"</c>; line breaks inside of them stay.
/// </summary>
public sealed partial class HclWriter
{
    private const int LongestList = 100;
    private static readonly string[] First = ["source", "version", "count", "for_each", "provider", "from", "to", "command"];
    private static readonly string[] Last = ["depends_on"];

    private readonly StringBuilder _text = new();

    private HclWriter()
    {
    }

    /// <summary>The text of a configuration, a file of variables' definitions or a test.</summary>
    /// <param name="configuration">What is in the JSON file.</param>
    /// <exception cref="ArgumentException">It has a block or a resource type that is not known.</exception>
    public static string Write(JsonObject configuration)
    {
        var writer = new HclWriter();
        foreach (var (kind, value) in configuration)
        {
            if (TerraformSchema.IsOfProvider(kind))
            {
                foreach (var (type, named) in value!.AsObject())
                {
                    writer.WriteBlocks([kind, type], new BlockSchema(BodySchema.OfResource(ProviderBlocks.Of(kind, type)), Labels: 1), named!, "");
                }
                continue;
            }
            writer.WriteBlocks([kind], TerraformSchema.Top.Block(kind) ?? throw new ArgumentException($"{kind} is not a block of Terraform's", nameof(configuration)), value!, "");
        }
        return Alignment.Of(writer._text.ToString().TrimStart('\n'));
    }

    private void WriteBlocks(IReadOnlyList<string> names, BlockSchema schema, JsonNode value, string indent, int labels = 0)
    {
        foreach (var block in value is JsonArray array ? [.. array] : new List<JsonNode?> { value })
        {
            if (labels < schema.Labels || (schema.IsDynamic && labels == 0))
            {
                foreach (var (label, labelled) in block!.AsObject())
                {
                    WriteBlocks([.. names, label], schema.IsDynamic ? schema.Body.Block(label)! : schema, labelled!, indent, schema.IsDynamic ? 0 : labels + 1);
                }
                continue;
            }
            _text.Append($"\n{indent}{names[0]}{string.Concat(names.Skip(1).Select(label => $" {HclString.Literal(label)}"))} {{");
            if (block!.AsObject().Count > 0)
            {
                _text.Append('\n');
                WriteBody(block.AsObject(), schema.Body, $"{indent}  ");
                _text.Append(indent);
            }
            _text.Append("}\n");
        }
    }

    private void WriteBody(JsonObject body, BodySchema schema, string indent)
    {
        var attributes = body.Where(entry => schema.Block(entry.Key) is null).ToList();
        var first = attributes.Where(attribute => First.Contains(attribute.Key)).OrderBy(attribute => Array.IndexOf(First, attribute.Key)).ToList();
        var last = attributes.Where(attribute => Last.Contains(attribute.Key)).ToList();
        var start = _text.Length;
        WriteAttributes(first, schema, indent, start);
        WriteAttributes(attributes.Except(first).Except(last), schema, indent, start);
        foreach (var (name, value) in body.Where(entry => schema.Block(entry.Key) is not null && entry.Value is not null))
        {
            var block = _text.Length;
            WriteBlocks([name], schema.Block(name)!, value!, indent);
            if (block == start)
            {
                _text.Remove(start, 1);
            }
        }
        WriteAttributes(last, schema, indent, start);
    }

    private void WriteAttributes(IEnumerable<KeyValuePair<string, JsonNode?>> attributes, BodySchema schema, string indent, int start)
    {
        var isFirst = _text.Length > start;
        foreach (var (name, value) in attributes)
        {
            if (isFirst)
            {
                _text.Append('\n');
                isFirst = false;
            }
            WriteAttribute(name, value, schema.ReadingOf(name), indent);
            _text.Append('\n');
        }
    }

    private void WriteAttribute(string name, JsonNode? value, Reading reading, string indent)
    {
        _text.Append(indent).Append(name).Append(" = ");
        if (value?.GetValueKind() == JsonValueKind.String && reading != Reading.Expression && Heredoc.Of(value.GetValue<string>(), reading, indent) is { } heredoc)
        {
            _text.Append(heredoc);
            return;
        }
        WriteExpression(value, reading, indent);
    }

    private void WriteExpression(JsonNode? value, Reading reading, string indent)
    {
        switch (value)
        {
            case JsonArray array:
                WriteList(array, reading, indent);
                break;
            case JsonObject map:
                WriteMap(map, reading, indent);
                break;
            default:
                _text.Append(Scalar(value, reading).Replace("\n", $"\n{indent}"));
                break;
        }
    }

    private void WriteList(JsonArray array, Reading reading, string indent)
    {
        if (array.All(item => item is null or JsonValue))
        {
            var line = $"[{string.Join(", ", array.Select(item => Scalar(item, reading)))}]";
            if (line.Length <= LongestList && !line.Contains('\n'))
            {
                _text.Append(line);
                return;
            }
        }
        _text.Append("[\n");
        foreach (var item in array)
        {
            _text.Append(indent).Append("  ");
            WriteExpression(item, reading, $"{indent}  ");
            _text.Append(",\n");
        }
        _text.Append(indent).Append(']');
    }

    private void WriteMap(JsonObject map, Reading reading, string indent)
    {
        if (map.Count == 0)
        {
            _text.Append("{}");
            return;
        }
        _text.Append("{\n");
        foreach (var (key, value) in map)
        {
            WriteAttribute(Key(key, reading), value, reading, $"{indent}  ");
            _text.Append('\n');
        }
        _text.Append(indent).Append('}');
    }

    private static string Key(string key, Reading reading) =>
        Identifier().IsMatch(key) ? key
        : reading == Reading.Template && Template.WholeExpression(key) is { } expression ? $"({expression})"
        : reading == Reading.Template ? HclString.Quoted(key)
        : HclString.Literal(key);

    private static string Scalar(JsonNode? value, Reading reading) => value?.GetValueKind() switch
    {
        JsonValueKind.String when reading == Reading.Literal => HclString.Literal(value.GetValue<string>()),
        JsonValueKind.String when reading == Reading.Expression => value.GetValue<string>(),
        JsonValueKind.String => Text(value.GetValue<string>()),
        null => "null",
        _ => value.ToJsonString(),
    };

    private static string Text(string template) => Template.WholeExpression(template) is not { } expression ? HclString.Quoted(template)
        : IsOnOneLine(expression) ? expression : $"(\n  {expression.Replace("\n", "\n  ")}\n)";

    /// <summary>Whether every line break of an expression is inside brackets, where it does not end it.</summary>
    private static bool IsOnOneLine(string expression)
    {
        var depth = 0;
        for (var index = 0; index < expression.Length; index++)
        {
            if (depth == 0 && expression[index] == '\n')
            {
                return false;
            }
            depth += Template.Bracket(expression, ref index);
        }
        return true;
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_-]*\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Identifier();
}
