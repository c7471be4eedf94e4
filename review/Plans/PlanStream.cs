using System.Text.Json;
using Orchestrator.Text;

namespace Orchestrator.Review.Plans;

/// <summary>
/// JSON read from a stream piece by piece. A plan states every resource up to five times (planned, changed, drifted, prior, configured);
/// only the pieces that are asked for are kept, so memory grows with the changes and not with the file.
/// </summary>
internal sealed class PlanStream(Stream stream)
{
    private const int FirstBuffer = 128 * 1024;
    private const int Deepest = 512;
    private static readonly JsonReaderOptions Options = new() { MaxDepth = Deepest };
    private byte[] _buffer = new byte[FirstBuffer];
    private int _start;
    private int _end;
    private long _before;
    private bool _isFinal;
    private JsonReaderState _state = new(Options);

    private delegate bool Step<T>(ref Utf8JsonReader reader, out T result);

    /// <summary>The first bytes, without reading past them: what they look like says what was given by mistake.</summary>
    internal ReadOnlySpan<byte> Peek()
    {
        while (_end < FirstBuffer && !_isFinal)
        {
            Fill();
        }
        return _buffer.AsSpan(_start, _end - _start);
    }

    /// <summary>Leaves out bytes at the beginning: a byte order mark.</summary>
    internal void Drop(int bytes) => _start += bytes;

    /// <summary>Reads an object's members one after the other; the action reads each member's value, whole. Null counts as an empty object.</summary>
    internal void ReadObject(Action<string> member)
    {
        var start = ReadToken().Type;
        if (start == JsonTokenType.Null)
        {
            return;
        }
        if (start != JsonTokenType.StartObject)
        {
            throw new JsonException("an object was expected");
        }
        while (ReadToken() is { Type: JsonTokenType.PropertyName } token)
        {
            member(token.Name!);
        }
    }

    /// <summary>Reads an array's elements one after the other; null counts as an empty array.</summary>
    internal void ReadArray(Action element)
    {
        var start = ReadToken().Type;
        if (start == JsonTokenType.Null)
        {
            return;
        }
        if (start != JsonTokenType.StartArray)
        {
            throw new JsonException("an array was expected");
        }
        while (!AtEndOfArray())
        {
            element();
        }
        ReadToken();
    }

    /// <summary>Reads a value and keeps it.</summary>
    internal JsonElement ReadValue() => Run(static (ref Utf8JsonReader reader, out JsonElement value) =>
    {
        JsonElement? parsed = null;
        var read = reader.Read() && JsonElement.TryParseValue(ref reader, out parsed);
        value = parsed.GetValueOrDefault();
        return read;
    }, isKept: true);

    /// <summary>Reads a value, and keeps it only where its bytes are worth it: a value that is not kept costs no memory.</summary>
    internal bool TryReadValue(Func<ReadOnlySpan<byte>, bool> isKept, out JsonElement value)
    {
        while (true)
        {
            var bytes = _buffer.AsSpan(_start, _end - _start);
            var reader = new Utf8JsonReader(bytes, _isFinal, _state);
            if (reader.Read())
            {
                var from = (int)reader.TokenStartIndex;
                if (reader.TrySkip())
                {
                    var whole = bytes[from..(int)reader.BytesConsumed];
                    var keeps = isKept(whole);
                    if (keeps)
                    {
                        RequireUnicode(whole);
                    }
                    var copy = new Utf8JsonReader(whole, Options);
                    value = keeps ? JsonElement.ParseValue(ref copy) : default;
                    Accept(reader);
                    return keeps;
                }
            }
            Fill();
        }
    }

    /// <summary>Reads past a value of any size.</summary>
    internal void Skip()
    {
        var depth = 0;
        do
        {
            depth += ReadToken().Type switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
            depth = SkipWithinBuffer(depth);
        }
        while (depth > 0);
    }

    /// <summary>Expects nothing but white space up to the end.</summary>
    internal void ReadEnd()
    {
        while (!_isFinal)
        {
            Fill();
        }
        var rest = _buffer.AsSpan(_start, _end - _start);
        PlanKind.RequireEnd(rest);
        var reader = new Utf8JsonReader(rest, isFinalBlock: true, _state);
        reader.Read();
    }

    /// <summary>Many tokens at once: the whole of a large part is skipped without a look at each.</summary>
    private int SkipWithinBuffer(int depth)
    {
        if (depth == 0)
        {
            return depth;
        }
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
        while (depth > 0 && reader.Read())
        {
            depth += reader.TokenType switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
        Accept(reader);
        return depth;
    }

    private (JsonTokenType Type, string? Name) ReadToken() => Run(static (ref Utf8JsonReader reader, out (JsonTokenType, string?) token) =>
    {
        var read = reader.Read();
        token = read ? (reader.TokenType, reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null) : default;
        return read;
    }, isKept: false);

    private bool AtEndOfArray()
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
            if (reader.Read())
            {
                return reader.TokenType == JsonTokenType.EndArray;
            }
            Fill();
        }
    }

    private T Run<T>(Step<T> step, bool isKept)
    {
        while (true)
        {
            var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
            if (TryStep(step, ref reader, out var result))
            {
                if (isKept)
                {
                    // A value is read with the comma or colon before it.
                    RequireUnicode(_buffer.AsSpan(_start, (int)reader.BytesConsumed).TrimStart(" \t\r\n,:"u8));
                }
                Accept(reader);
                return result;
            }
            Fill();
        }
    }

    private bool TryStep<T>(Step<T> step, ref Utf8JsonReader reader, out T result)
    {
        try
        {
            return step(ref reader, out result);
        }
        catch (InvalidOperationException)
        {
            throw NotUnicode("a member's name that is none");
        }
    }

    /// <summary>What is kept is asked for its texts later, by every rule; what is passed over is never asked.</summary>
    private void RequireUnicode(ReadOnlySpan<byte> value)
    {
        if (JsonUnicode.Problem(value, Deepest) is { } problem)
        {
            throw NotUnicode(problem);
        }
    }

    private UnreadablePlanException NotUnicode(string problem) =>
        new($"the plan has a text that is not Unicode, in the value that begins at byte {_before + _start + 1}: {problem}; make it again with terraform show -json");

    private void Accept(in Utf8JsonReader reader)
    {
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
    }

    private void Fill()
    {
        if (_isFinal)
        {
            throw new JsonException("the text ends too early");
        }
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _before += _start;
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _isFinal = read == 0;
    }
}
