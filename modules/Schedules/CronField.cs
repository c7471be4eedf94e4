using System.Globalization;

namespace Orchestrator.Modules.Schedules;

/// <summary>One of the six fields of a cron expression.</summary>
/// <param name="Name">What it holds, in the plural or as one cannot count it: <c>minutes</c>.</param>
/// <param name="Least">Its smallest value.</param>
/// <param name="Most">Its largest value.</param>
/// <param name="Names">Names of its values from the smallest on, in capital letters; any case is accepted.</param>
/// <param name="IsDay">Whether it can be <c>?</c>, for no statement.</param>
/// <param name="Others">What it can hold besides values, ranges, lists and steps, for a message.</param>
/// <param name="Number">A regular expression of the numbers from the smallest to the largest, without zeros before them.</param>
/// <param name="Other">A regular expression of the others, and of what stands for the only part; null where there are none.</param>
/// <param name="IsOther">Whether a part of a list, and the only one, is one of these others.</param>
internal sealed record CronField(string Name, int Least, int Most, IReadOnlyList<string> Names, string Number, bool IsDay = false, string Others = "", (string Part, string? Alone)? Other = null, Func<CronField, string, bool, bool>? IsOther = null)
{
    /// <summary>What it accepts, for a message.</summary>
    internal string Allowed =>
        $"{Least} to {Most}{(Names.Count == 0 ? "" : $" or {Names[0]} to {Names[^1]}")}, *, ranges, lists and steps of them{(Others.Length == 0 ? "" : $", {Others}")}";

    /// <summary>What it accepts, as a regular expression of the syntax that .NET and RE2 share.</summary>
    internal string Pattern
    {
        get
        {
            var value = $"(0*({Number}){string.Concat(Names.Select(name => $"|{name}"))})";
            var part = $@"((\*|{value}(-{value})?)(/0*[1-9][0-9]*)?{(Other is { } other ? $"|{other.Part.Replace("V", value, StringComparison.Ordinal)}" : "")})";
            return $"({part}(,{part})*{(IsDay ? @"|\?" : "")}{(Other?.Alone is { } alone ? $"|{alone.Replace("V", value, StringComparison.Ordinal)}" : "")})";
        }
    }

    /// <summary>Whether a text is one that it accepts.</summary>
    internal bool Accepts(string text)
    {
        if (text == "?")
        {
            return IsDay;
        }
        var parts = text.Split(',');
        return Array.TrueForAll(parts, part => IsStep(part) || IsOther?.Invoke(this, part, parts.Length == 1) == true);
    }

    /// <summary>Whether a text is one of its values, by number or by name.</summary>
    internal bool IsValue(string text) =>
        (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most) || Names.Contains(text, StringComparer.OrdinalIgnoreCase);

    private bool IsStep(string part) => part.Split('/') switch
    {
        [var range] => IsRange(range),
        [var range, var step] => IsRange(range) && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var every) && every > 0,
        _ => false,
    };

    private bool IsRange(string range) => range == "*" || range.Split('-') switch
    {
        [var value] => IsValue(value),
        [var first, var last] => IsValue(first) && IsValue(last),
        _ => false,
    };
}
