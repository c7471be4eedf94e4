namespace Orchestrator.Modules.Schedules;

/// <summary>
/// The six fields of a cron expression, as EventBridge, EventBridge Scheduler and Application Auto Scaling have them: minutes, hours, day of
/// month, month, day of week and year (EventBridge user guide, cron expressions reference).
/// </summary>
internal static class CronExpression
{
    private const int WeeksOfMonth = 5;

    private static readonly CronField[] Fields =
    [
        new("minutes", 0, 59, [], "[0-9]|[1-5][0-9]"),
        new("hours", 0, 23, [], "[0-9]|1[0-9]|2[0-3]"),
        new("days of the month", 1, 31, [], "[1-9]|[12][0-9]|3[01]", IsDay: true, "?, L for the last, 15W for the weekday nearest to the 15th", ("LW?|L-V|VW", null), IsOtherDayOfMonth),
        new("months", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], "[1-9]|1[0-2]"),
        new("days of the week", 1, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"], "[1-7]", IsDay: true, "?, L for the last, 6L for the last Friday, and alone 2#1 to 2#5 for the first to fifth Monday", ("V?L", "V#[1-5]"), IsOtherDayOfWeek),
        new("years", 1970, 2199, [], "19[7-9][0-9]|2[01][0-9]{2}"),
    ];

    /// <summary>A legal expression, as a regular expression of the syntax that .NET and RE2 share; which days may stand together is asked besides.</summary>
    internal static string Pattern { get; } = $@"^cron\((?i)\s*{string.Join(@"\s+", Fields.Select(field => field.Pattern))}\s*\)$";

    /// <summary>What is wrong with the fields and how to mend it; null where nothing is.</summary>
    /// <param name="text">The fields, with spaces between them.</param>
    /// <param name="hasOneDay">Whether exactly one of the two days has to be <c>?</c>.</param>
    internal static (string What, string Fix)? Mistake(string text, bool hasOneDay)
    {
        var fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length != Fields.Length)
        {
            return ("has not six fields", $"write minutes, hours, day of month, month, day of week and year; there are {fields.Length}");
        }
        if (hasOneDay && (fields[2] == "?") == (fields[4] == "?"))
        {
            return fields[2] == "?"
                ? ("has neither a day of the month nor a day of the week", "write * for one of the two")
                : ("has both a day of the month and a day of the week", "write ? for one of the two");
        }
        foreach (var (field, value) in Fields.Zip(fields))
        {
            if (!field.Accepts(value))
            {
                return ($"has {field.Name} that are not legal", $"write in the place of {value} {field.Allowed}");
            }
        }
        return null;
    }

    /// <summary>L is the last day, L-3 the third before it, LW the last weekday.</summary>
    private static bool IsOtherDayOfMonth(CronField field, string part, bool isAlone) =>
        part.ToUpperInvariant() switch
        {
            "L" or "LW" => true,
            ['L', '-', .. var days] => field.IsValue(days),
            [.. var day, 'W'] => field.IsValue(day),
            _ => false,
        };

    private static bool IsOtherDayOfWeek(CronField field, string part, bool isAlone) =>
        part.ToUpperInvariant() switch
        {
            "L" => true,
            [.. var day, 'L'] => field.IsValue(day),
            _ => part.Split('#') is [var day, [var week]] && field.IsValue(day) && week is > '0' and <= (char)('0' + WeeksOfMonth) && isAlone,
        };
}
