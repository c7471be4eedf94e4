using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Publishing;

/// <summary>Reads types as Terraform writes them.</summary>
internal sealed class TypeReader
{
    private readonly string _text;
    private int _index;

    private TypeReader(string text) => _text = text;

    /// <summary>The type of a text.</summary>
    /// <exception cref="FormatException">It is not a type.</exception>
    internal static VariableType Read(string text) => new TypeReader(text).ReadType();

    private VariableType ReadType()
    {
        var name = ReadName();
        switch (name)
        {
            case "string" or "number" or "bool" or "any":
                return new ScalarType(name);
            case "list" or "set" or "map":
                Expect('(');
                var element = ReadType();
                Expect(')');
                return name == "map" ? new MapType(element, "") : new ListType(element);
            case "object":
                Expect('(');
                Expect('{');
                var attributes = new List<VariableAttribute>();
                while (Peek() != '}')
                {
                    attributes.Add(ReadAttribute());
                    if (Peek() == ',')
                    {
                        Expect(',');
                    }
                }
                Expect('}');
                Expect(')');
                return new ObjectType(attributes);
            default:
                throw Wrong();
        }
    }

    private VariableAttribute ReadAttribute()
    {
        var name = ReadName();
        Expect('=');
        var start = _index;
        if (ReadName() != "optional")
        {
            _index = start;
            return new VariableAttribute(name, ReadType(), true, null, "");
        }
        Expect('(');
        var type = ReadType();
        JsonNode? standard = null;
        if (Peek() == ',')
        {
            Expect(',');
            standard = ReadDefault();
        }
        Expect(')');
        return new VariableAttribute(name, type, false, standard, "");
    }

    private string ReadDefault()
    {
        Peek();
        var start = _index;
        for (var depth = 0; _index < _text.Length && (depth > 0 || _text[_index] != ')'); _index++)
        {
            switch (_text[_index])
            {
                case '"':
                    for (_index++; _text[_index] != '"'; _index++)
                    {
                        _index += _text[_index] == '\\' ? 1 : 0;
                    }
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' or ']' or '}':
                    depth--;
                    break;
            }
        }
        return _text[start.._index].Trim();
    }

    private string ReadName()
    {
        Peek();
        var start = _index;
        while (_index < _text.Length && (char.IsAsciiLetterOrDigit(_text[_index]) || _text[_index] is '_' or '-'))
        {
            _index++;
        }
        return _index > start ? _text[start.._index] : throw Wrong();
    }

    private char Peek()
    {
        while (_index < _text.Length && char.IsWhiteSpace(_text[_index]))
        {
            _index++;
        }
        return _index < _text.Length ? _text[_index] : throw Wrong();
    }

    private void Expect(char character)
    {
        if (Peek() != character)
        {
            throw Wrong();
        }
        _index++;
    }

    private FormatException Wrong() => new($"this is not a type: {_text}");
}
