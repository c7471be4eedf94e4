using System.Globalization;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Events;

/// <summary>When something happens, as EventBridge and Application Auto Scaling write it.</summary>
internal static partial class ScheduleExpression
{
    /// <summary>What is wrong with an expression and how to mend it; null where nothing is.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="hasAt">Whether a single time is possible.</param>
    internal static (string What, string Fix)? Mistake(string text, bool hasAt)
    {
        if (Rate().Match(text) is { Success: true } rate)
        {
            return MistakeOfRate(rate.Groups["number"].Value, rate.Groups["unit"].Value);
        }
        if (Cron().Match(text) is { Success: true } cron)
        {
            return MistakeOfCron(cron.Groups["fields"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
        if (At().Match(text) is { Success: true } at)
        {
            return !hasAt ? ("is a single time, which a rule cannot have", "use cron(…) or rate(…), or mechanism scheduler")
                : DateTime.TryParseExact(at.Groups["time"].Value, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null
                : ("is not a time", "write it as at(2030-01-01T08:00:00)");
        }
        return ("is not a schedule", $"write rate(5 minutes), cron(0 8 * * ? *){(hasAt ? " or at(2030-01-01T08:00:00)" : "")}");
    }

    private static (string What, string Fix)? MistakeOfRate(string number, string unit)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
        {
            return ("has no positive whole number", "write a number from 1 on");
        }
        var one = unit.TrimEnd('s');
        return one is not ("minute" or "hour" or "day") ? ("has a unit that there is not", "use minutes, hours or days")
            : count == 1 && unit != one ? ("has a plural for one", $"write rate(1 {one})")
            : count > 1 && unit == one ? ("has a singular for several", $"write rate({count} {one}s)")
            : null;
    }

    private static (string What, string Fix)? MistakeOfCron(string[] fields) =>
        fields.Length != 6 ? ("has not six fields", $"write minutes, hours, day of month, month, day of week and year; there are {fields.Length}")
        : fields[2] != "?" && fields[4] != "?" ? ("has both a day of the month and a day of the week", "write ? for one of the two")
        : fields[2] == "?" && fields[4] == "?" ? ("has neither a day of the month nor a day of the week", "write * for one of the two")
        : Array.Exists(fields, field => !Field().IsMatch(field)) ? ("has a field that is not legal", "use numbers, names and the characters , - * ? / L W #")
        : null;

    [GeneratedRegex(@"^rate\((?<number>[^ )]*) (?<unit>[^ )]*)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^cron\((?<fields>[^()]*)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cron();

    [GeneratedRegex(@"^at\((?<time>[^()]*)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex At();

    [GeneratedRegex("^[A-Za-z0-9,*?/#-]+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Field();
}
