using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Values;

/// <summary>How AWS and Terraform spell a literal. An enumeration's member says so by <see cref="JsonStringEnumMemberNameAttribute"/>.</summary>
public static class Spelling
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(object Value, string Text)>> Members = new();

    /// <summary>The spelling of a literal: <c>true</c>, <c>80</c>, <c>HTTP</c>, <c>lb_cookie</c>.</summary>
    public static string Of(object literal) => literal switch
    {
        bool flag => flag ? "true" : "false",
        Enum member => All(member.GetType()).FirstOrDefault(candidate => candidate.Value.Equals(member)).Text ?? member.ToString("D"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => literal.ToString() ?? "",
    };

    /// <summary>The member of an enumeration that a text spells, or the number that it is where the enumeration has numbers without names; null for anything else.</summary>
    public static object? Parse(Type enumeration, string text) =>
        All(enumeration).FirstOrDefault(member => member.Text == text).Value
        ?? (NumbersOf(enumeration) is { } numbers && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= numbers.Least && number <= numbers.Most
            ? Enum.ToObject(enumeration, number)
            : null);

    /// <summary>The numbers that an enumeration has beside its members' names; null for none.</summary>
    internal static OtherNumbersAttribute? NumbersOf(Type enumeration) => enumeration.GetCustomAttribute<OtherNumbersAttribute>();

    /// <summary>The members of an enumeration with their spellings, in the order of their declaration.</summary>
    public static IReadOnlyList<(object Value, string Text)> All(Type enumeration) => Members.GetOrAdd(enumeration, static type =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (field.GetValue(null)!, field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? field.Name))]);
}
