using System.Collections;
using System.Globalization;

namespace VerifyTests;

/// <summary>A parameter's value in a file name.</summary>
internal static class ParameterValue
{
    /// <exception cref="NotSupportedException">The official package writes such a value in a way that is not known here.</exception>
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => Clean(text),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => throw Unknown(value),
        IConvertible convertible => Clean(convertible.ToString(CultureInfo.InvariantCulture)),
        IList { Count: 0 } => "[]",
        IList elements => string.Join(',', elements.Cast<object?>().Select(Element)),
        IEnumerable => throw Unknown(value),
        _ when IsKeyValuePair(value) => throw Unknown(value),
        _ => Clean(value.ToString() ?? throw Unknown(value)),
    };

    private static string Element(object? value) => value is IList { Count: > 0 } ? $"[{Of(value)}]" : Of(value);

    /// <summary>What Windows refuses in a file name is replaced on all platforms, so that the names are the same.</summary>
    private static string Clean(string text) =>
        string.Concat(text.Select(character => character < ' ' || "\"\\<>|:*?/".Contains(character) ? '-' : character));

    private static bool IsKeyValuePair(object value) =>
        value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static NotSupportedException Unknown(object value) =>
        new($"{value.GetType()} cannot be in a snapshot's name here. Pass a text, or call {nameof(VerifySettings.UseTextForParameters)}.");
}
