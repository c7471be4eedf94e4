using System.Globalization;
using System.Text;

namespace Orchestrator.Modules.Synthesis;

/// <summary>JSON as CDKTF writes its files: json-stable-stringify with two spaces, keys sorted, strings escaped as JSON.stringify does, no line end at the end.</summary>
internal static class StableJson
{
    /// <summary>From here on JavaScript writes other digits than .NET.</summary>
    private const double LargestExact = 1L << 53;

    /// <summary>Characters that are written at a time.</summary>
    private const int Buffer = 32 * 1024;

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a file.</summary>
    /// <exception cref="NativeGapException">There is a number that the two write differently.</exception>
    internal static void Write(string file, TerraformMap map)
    {
        using var writer = new StreamWriter(new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0), Encoding, Buffer);
        Write(writer, map, 0);
    }

    private static void Write(StreamWriter writer, object value, int level)
    {
        switch (value)
        {
            case string text:
                WriteString(writer, text);
                break;
            case TerraformMap map:
                WriteMap(writer, map, level);
                break;
            case object[] list:
                WriteList(writer, list, level);
                break;
            case bool boolean:
                writer.Write(boolean ? "true" : "false");
                break;
            default:
                writer.Write(Number((double)value));
                break;
        }
    }

    private static void WriteMap(StreamWriter writer, TerraformMap map, int level)
    {
        writer.Write('{');
        var isFirst = true;
        foreach (var (key, value) in map.Sorted())
        {
            Begin(writer, ref isFirst, level + 1);
            WriteString(writer, key);
            writer.Write(": ");
            Write(writer, value, level + 1);
        }
        Indent(writer, level);
        writer.Write('}');
    }

    private static void WriteList(StreamWriter writer, object[] list, int level)
    {
        writer.Write('[');
        var isFirst = true;
        foreach (var element in list)
        {
            Begin(writer, ref isFirst, level + 1);
            Write(writer, element, level + 1);
        }
        Indent(writer, level);
        writer.Write(']');
    }

    private static void Begin(StreamWriter writer, ref bool isFirst, int level)
    {
        if (!isFirst)
        {
            writer.Write(',');
        }
        isFirst = false;
        Indent(writer, level);
    }

    private static void Indent(StreamWriter writer, int level)
    {
        writer.Write('\n');
        for (var number = 0; number < level; number++)
        {
            writer.Write("  ");
        }
    }

    private static void WriteString(StreamWriter writer, string text)
    {
        writer.Write('"');
        var written = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (Escape(text[at]) is { } escape)
            {
                writer.Write(text.AsSpan(written, at - written));
                writer.Write(escape);
                written = at + 1;
            }
        }
        writer.Write(text.AsSpan(written));
        writer.Write('"');
    }

    private static string? Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' => $"\\u{(int)character:x4}",
        _ => null,
    };

    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && Math.Abs(value) <= LargestExact && !text.Contains('E') && !(value == 0 && double.IsNegative(value)) ? text : throw new NativeGapException($"the number {text}");
    }
}
