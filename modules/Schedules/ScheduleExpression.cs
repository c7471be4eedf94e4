using System.Globalization;
using System.Text.RegularExpressions;

namespace Orchestrator.Modules.Schedules;

/// <summary>When something happens, as EventBridge and Application Auto Scaling write it.</summary>
internal static partial class ScheduleExpression
{
    /// <summary>What is wrong with an expression and how to mend it; null where nothing is.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="hasAt">Whether a single time is possible.</param>
    /// <param name="isEventBridge">Whether EventBridge reads it, which wants the plural of several units, and a "?" for one of the two days.</param>
    internal static (string What, string Fix)? Mistake(string text, bool hasAt, bool isEventBridge)
    {
        if (Rate().Match(text) is { Success: true } rate)
        {
            return MistakeOfRate(rate.Groups["number"].Value, rate.Groups["unit"].Value, isEventBridge);
        }
        if (Cron().Match(text) is { Success: true } cron)
        {
            return CronExpression.Mistake(cron.Groups["fields"].Value, hasOneDay: isEventBridge);
        }
        if (At().Match(text) is { Success: true } at)
        {
            return !hasAt ? ("is a single time, which a rule cannot have", "use cron(…) or rate(…), or mechanism scheduler")
                : DateTime.TryParseExact(at.Groups["time"].Value, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null
                : ("is not a time", "write it as at(2030-01-01T08:00:00)");
        }
        return ("is not a schedule", $"write rate(5 minutes), cron(0 8 * * ? *){(hasAt ? " or at(2030-01-01T08:00:00)" : "")}");
    }

    private static (string What, string Fix)? MistakeOfRate(string number, string unit, bool hasPlural)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
        {
            return ("has no positive whole number", "write a number from 1 on");
        }
        var one = unit.TrimEnd('s');
        return one is not ("minute" or "hour" or "day") ? ("has a unit that there is not", "use minutes, hours or days")
            : !hasPlural ? null
            : count == 1 && unit != one ? ("has a plural for one", $"write rate(1 {one})")
            : count > 1 && unit == one ? ("has a singular for several", $"write rate({count} {one}s)")
            : null;
    }

    [GeneratedRegex(@"^rate\((?<number>[^ )]*) (?<unit>[^ )]*)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();

    [GeneratedRegex(@"^cron\((?<fields>[^()]*)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cron();

    [GeneratedRegex(@"^at\((?<time>[^()]*)\)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex At();
}
