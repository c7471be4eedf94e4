using System.Collections;
using System.Globalization;
using System.Text;
using Amazon.JSII.Runtime.Deputy;

namespace Orchestrator.Modules.Synthesis;

/// <summary>Values of the bindings as what CDKTF resolves them to. What is null is not there.</summary>
internal static class NativeValue
{
    private static readonly string[] MarksOfMaps = ["String Map Token Value", "Any Map Token Value"];

    private static NativeTokens Tokens => NativeKernel.Current!.Tokens;

    /// <summary>A string.</summary>
    internal static object? Of(string? value) => value is null ? null : Text(value);

    /// <summary>A number.</summary>
    internal static object? Of(double? value) => value is null ? null : Of(value.Value);

    /// <summary>A boolean.</summary>
    internal static object? Of(bool? value) => value;

    /// <summary>A list of strings.</summary>
    internal static object? Of(string[]? values) => values switch
    {
        null => null,
        [var only] when Tokens.ResolveList(only) is { } template => Text(template),
        _ => Array.ConvertAll<string, object>(values, Text),
    };

    /// <summary>A map of strings.</summary>
    internal static object? Of(IDictionary<string, string>? values)
    {
        if (values is null)
        {
            return null;
        }
        var map = new TerraformMap(values.Count);
        foreach (var (key, value) in values)
        {
            if (Tokens.ResolveMap(key) is { } template && values.Count == 1)
            {
                return Text(template);
            }
            map.Set(Text(key), Of(value));
        }
        return map;
    }

    /// <summary>Anything that a property of several types may have.</summary>
    internal static object? Of(object? value) => value switch
    {
        null or bool => value,
        string text => Text(text),
        double or int or long => Of(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        NativeTokens.Any token => Of(token.Value),
        string[] texts => Of(texts),
        IDictionary<string, string> texts => Of(texts),
        IDictionary map => Map(map),
        Array list => List(list, Of),
        DeputyBase made => NativeKernel.Current!.ValueOf(made),
        _ => throw new NativeGapException($"a {value.GetType()} where any value may be"),
    };

    /// <summary>A nested block, or what stands for it.</summary>
    internal static object? Block(object? value, Func<object, TerraformMap?> convert) => value switch
    {
        null => null,
        NativeTokens.Any token => Of(token.Value),
        _ => convert(value) ?? throw new NativeGapException($"a {value.GetType()} where a block is"),
    };

    /// <summary>A list of nested blocks, or what stands for it.</summary>
    internal static object? List(object? value, Func<object, TerraformMap?> convert) => value switch
    {
        null => null,
        NativeTokens.Any token => Of(token.Value),
        Array list => List(list, element => Block(element, convert)),
        _ => throw new NativeGapException($"a {value.GetType()} where a list is"),
    };

    /// <summary>Refuses a property that the kernel does not know, where it is set.</summary>
    internal static void Refuse(object? value, string name)
    {
        if (value is not null)
        {
            throw new NativeGapException(name);
        }
    }

    /// <summary>A string in which CDKTF finds nothing to resolve.</summary>
    internal static string Text(string text) =>
        text.Contains("{TfToken[", StringComparison.Ordinal) || MarksOfMaps.Contains(text) || NumberTokens.AreIn(text)
            ? throw new NativeGapException("a string that looks like a token")
            : WithWholeCharacters(text);

    /// <summary>Half a character does not get through a pipe.</summary>
    private static string WithWholeCharacters(string text) => text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text;

    private static object Of(double number) => NativeTokens.IsToken(number) ? Text(Tokens.Resolve(number)) : number;

    private static TerraformMap Map(IDictionary entries)
    {
        var map = new TerraformMap(entries.Count);
        foreach (DictionaryEntry entry in entries)
        {
            map.Set(Text((string)entry.Key), Of(entry.Value));
        }
        return map;
    }

    private static object[] List(Array list, Func<object?, object?> convert)
    {
        var values = new object[list.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = convert(list.GetValue(index)) ?? throw new NativeGapException("null in a list");
        }
        return values;
    }
}
