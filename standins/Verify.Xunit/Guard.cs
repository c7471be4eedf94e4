using System.Buffers;
using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>What a setting must be.</summary>
internal static class Guard
{
    private static readonly char[] NameCharacters = System.IO.Path.GetInvalidFileNameChars();
    private static readonly SearchValues<char> RefusedInName = SearchValues.Create(NameCharacters);
    private static readonly SearchValues<char> RefusedInPath =
        SearchValues.Create([.. System.IO.Path.GetInvalidPathChars(), .. NameCharacters.Except(['/', '\\', ':'])]);

    public static string FileName(string value, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        Without(RefusedInName, value, argument);

    public static string Path(string value, [CallerArgumentExpression(nameof(value))] string argument = "") =>
        Without(RefusedInPath, value, argument);

    public static string NamePart(string value, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(value, argument);
        return value[0] != '.' && value.IndexOfAny(['/', '\\']) < 0
            ? value
            : throw new ArgumentException($"'{value}' begins with a period or contains a directory separator.", argument);
    }

    public static void NotEmpty(object?[] values, [CallerArgumentExpression(nameof(values))] string argument = "")
    {
        ArgumentNullException.ThrowIfNull(values, argument);
        if (values.Length == 0)
        {
            throw new ArgumentException("There are no values.", argument);
        }
    }

    /// <summary>Two settings that contradict each other.</summary>
    public static void Excludes(object? other, string setting, string otherSetting)
    {
        if (other is not null)
        {
            throw new InvalidOperationException($"{setting} cannot be combined with {otherSetting}.");
        }
    }

    private static string Without(SearchValues<char> refused, string value, string argument)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, argument);
        var index = value.AsSpan().IndexOfAny(refused);
        return index < 0 ? value : throw new ArgumentException($"'{value}' contains the character U+{(int)value[index]:X4}.", argument);
    }
}
