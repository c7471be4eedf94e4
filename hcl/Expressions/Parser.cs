using System.Globalization;
using System.Text;

namespace Orchestrator.Hcl.Expressions;

/// <summary>Reads expressions of Terraform's native syntax. What it does not know, heredocs and directives of templates, stays as text.</summary>
public sealed class Parser
{
    /// <summary>Stands for a tree that is put in an expression: the first of as many characters as there are trees.</summary>
    public const char FirstHole = '\uE000';

    private static readonly string[][] Operators = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

    private readonly string _text;
    private readonly IReadOnlyList<Syntax> _holes;
    private int _index;

    private Parser(string text, IReadOnlyList<Syntax> holes)
    {
        _text = text;
        _holes = holes;
    }

    /// <summary>The tree of an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="holes">Trees that stand in it for the characters from U+E000 on; none unless given.</param>
    public static Syntax Expression(string text, params IReadOnlyList<Syntax> holes)
    {
        var parser = new Parser(text, holes);
        return Try(() => parser.Whole()) ?? new RawSyntax(text);
    }

    /// <summary>The tree of a string of Terraform's JSON syntax, a template.</summary>
    public static Syntax Template(string template)
    {
        var parser = new Parser(template, []);
        return Try(() => TemplateSyntax.Of(parser.Parts(null))) ?? new RawSyntax(Hcl.Template.Expression(template));
    }

    /// <summary>Whether some text is a name in the native syntax.</summary>
    public static bool IsName(string text) => text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] == '_') && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');

    private static Syntax? Try(Func<Syntax> read)
    {
        try
        {
            return read();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private Syntax Whole()
    {
        var syntax = Conditional();
        SkipSpace();
        return _index == _text.Length ? syntax : throw Unknown();
    }

    private Syntax Conditional()
    {
        var condition = Binary(0);
        if (!Skip("?"))
        {
            return condition;
        }
        var then = Conditional();
        Expect(":");
        return new ConditionalSyntax(condition, then, Conditional());
    }

    private Syntax Binary(int level)
    {
        if (level == Operators.Length)
        {
            return Unary();
        }
        var left = Binary(level + 1);
        while (Array.Find(Operators[level], IsNext) is { } found)
        {
            _index += found.Length;
            left = new BinarySyntax(left, found, Binary(level + 1));
        }
        return left;
    }

    private Syntax Unary()
    {
        if (Skip("!"))
        {
            return new UnarySyntax("!", Unary());
        }
        return !Skip("-") ? Postfix(Primary()) : Unary() switch
        {
            LiteralSyntax { Value: long number } => new LiteralSyntax(-number),
            LiteralSyntax { Value: decimal number } => new LiteralSyntax(-number),
            var operand => new UnarySyntax("-", operand),
        };
    }

    private Syntax Postfix(Syntax target)
    {
        while (true)
        {
            if (_index < _text.Length && _text[_index] == '.' && !IsNext("..."))
            {
                _index++;
                target = new AttributeSyntax(target, Take(IsOfName) is { Length: > 0 } name ? name : throw Unknown());
            }
            else if (_index < _text.Length && _text[_index] == '[')
            {
                _index++;
                if (Skip("*"))
                {
                    target = new SplatSyntax(target);
                }
                else
                {
                    target = new IndexSyntax(target, Conditional());
                }
                Expect("]");
            }
            else
            {
                return target;
            }
        }
    }

    private Syntax Primary()
    {
        SkipSpace();
        var first = _index < _text.Length ? _text[_index] : throw Unknown();
        if (first >= FirstHole && first - FirstHole < _holes.Count)
        {
            _index++;
            return _holes[first - FirstHole];
        }
        switch (first)
        {
            case '(':
                _index++;
                var inner = Conditional();
                Expect(")");
                return inner;
            case '"':
                _index++;
                var template = TemplateSyntax.Of(Parts('"'));
                Expect("\"");
                return template;
            case '[':
                _index++;
                return IsKeyword("for") ? Loop("]", false) : new ListSyntax(Several("]", Conditional));
            case '{':
                _index++;
                return IsKeyword("for") ? Loop("}", true) : new ObjectSyntax(Several("}", Entry));
            case >= '0' and <= '9':
                return Number();
            default:
                return Name();
        }
    }

    private Syntax Name()
    {
        var name = Take(IsOfName);
        if (name.Length == 0)
        {
            throw Unknown();
        }
        if (_index < _text.Length && _text[_index] == '(')
        {
            _index++;
            var isExpanded = false;
            var arguments = Several(")", () =>
            {
                var argument = Conditional();
                isExpanded = Skip("...");
                return argument;
            });
            return new CallSyntax(name, arguments, isExpanded);
        }
        return name switch
        {
            "true" => new LiteralSyntax(true),
            "false" => new LiteralSyntax(false),
            "null" => new LiteralSyntax(null),
            _ => new NameSyntax(name),
        };
    }

    private LiteralSyntax Number()
    {
        var text = Take(character => char.IsAsciiDigit(character));
        if (_index + 1 < _text.Length && _text[_index] == '.' && char.IsAsciiDigit(_text[_index + 1]))
        {
            _index++;
            text += $".{Take(character => char.IsAsciiDigit(character))}";
        }
        return long.TryParse(text, CultureInfo.InvariantCulture, out var whole) ? new(whole) : decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) ? new(number) : throw Unknown();
    }

    private List<T> Several<T>(string close, Func<T> read)
    {
        var items = new List<T>();
        while (!Skip(close))
        {
            items.Add(read());
            // Entries of an object may stand on lines of their own.
            if (!Skip(",") && !(close == "}" && _text.AsSpan(0, _index).TrimEnd(' ').EndsWith("\n")) && !IsNext(close))
            {
                throw Unknown();
            }
        }
        return items;
    }

    private (Syntax Key, Syntax Value) Entry()
    {
        var key = Conditional();
        if (!Skip("="))
        {
            Expect(":");
        }
        return (key is NameSyntax name ? new LiteralSyntax(name.Name) : key, Conditional());
    }

    private ForSyntax Loop(string close, bool isObject)
    {
        Keyword("for");
        SkipSpace();
        var name = Take(IsOfName);
        string? keyName = null;
        if (Skip(","))
        {
            SkipSpace();
            (keyName, name) = (name, Take(IsOfName));
        }
        Keyword("in");
        var collection = Conditional();
        Expect(":");
        Syntax? key = null;
        if (isObject)
        {
            key = Conditional();
            Expect("=>");
        }
        var value = Conditional();
        var isGrouped = Skip("...");
        Syntax? condition = null;
        if (IsKeyword("if"))
        {
            Keyword("if");
            condition = Conditional();
        }
        Expect(close);
        return new ForSyntax(keyName, name, collection, key, value) { IsGrouped = isGrouped, Condition = condition };
    }

    /// <summary>The parts of a template: of a string between quotes, in which backslashes escape, or of one of Terraform's JSON syntax.</summary>
    private List<Syntax> Parts(char? quote)
    {
        var (parts, text) = (new List<Syntax>(), new StringBuilder());
        while (_index < _text.Length && _text[_index] != quote)
        {
            if (_text[_index] is '$' or '%' && _index + 2 < _text.Length && _text[_index + 1] == _text[_index] && _text[_index + 2] == '{')
            {
                text.Append(_text[_index]).Append('{');
                _index += 3;
            }
            else if (string.CompareOrdinal(_text, _index, "%{", 0, 2) == 0 || string.CompareOrdinal(_text, _index, "${~", 0, 3) == 0)
            {
                throw Unknown();
            }
            else if (string.CompareOrdinal(_text, _index, "${", 0, 2) == 0)
            {
                AddText();
                _index += 2;
                parts.Add(Conditional());
                Expect("}");
            }
            else if (quote is not null && _text[_index] == '\\')
            {
                text.Append(Escaped());
            }
            else
            {
                text.Append(_text[_index++]);
            }
        }
        AddText();
        return parts;

        void AddText()
        {
            if (text.Length > 0)
            {
                parts.Add(new LiteralSyntax(text.ToString()));
                text.Clear();
            }
        }
    }

    private string Escaped()
    {
        var escape = _index + 1 < _text.Length ? _text[_index + 1] : throw Unknown();
        _index += 2;
        var digits = escape switch { 'u' => 4, 'U' => 8, _ => 0 };
        if (digits == 0)
        {
            return escape switch { 'n' => "\n", 'r' => "\r", 't' => "\t", '"' => "\"", '\\' => "\\", _ => throw Unknown() };
        }
        if (_index + digits > _text.Length || !int.TryParse(_text.AsSpan(_index, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            throw Unknown();
        }
        _index += digits;
        return digits == 4 ? ((char)code).ToString() : char.ConvertFromUtf32(code);
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or '-';

    private string Take(Func<char, bool> accepts)
    {
        var start = _index;
        while (_index < _text.Length && accepts(_text[_index]))
        {
            _index++;
        }
        return _text[start.._index];
    }

    private void SkipSpace()
    {
        while (_index < _text.Length && char.IsWhiteSpace(_text[_index]))
        {
            _index++;
        }
    }

    private bool IsNext(string text)
    {
        SkipSpace();
        return string.CompareOrdinal(_text, _index, text, 0, text.Length) == 0 && !(text == "=" && IsNext("=="));
    }

    private bool IsKeyword(string word) => IsNext(word) && (_index + word.Length >= _text.Length || !IsOfName(_text[_index + word.Length]));

    private void Keyword(string word)
    {
        if (!IsKeyword(word))
        {
            throw Unknown();
        }
        _index += word.Length;
    }

    private bool Skip(string text)
    {
        if (!IsNext(text))
        {
            return false;
        }
        _index += text.Length;
        return true;
    }

    private void Expect(string text)
    {
        if (!Skip(text))
        {
            throw Unknown();
        }
    }

    private FormatException Unknown() => new($"not understood at {_index}: {_text}");
}
