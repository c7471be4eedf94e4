using System.Globalization;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Schedules;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What holds of what sets tasks off.</summary>
internal static class EventRules
{
    /// <summary>The name of a rule or a schedule.</summary>
    internal static readonly TextMatching Name = new("^[A-Za-z0-9._-]{1,64}$", 64, "1 to 64 letters, digits, dots, hyphens and underscores");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("EVT146", "A rule or a schedule has a name of 1 to 64 letters, digits, dots, hyphens and underscores; a rule for events has a pattern that is a JSON object with a list of values for each field.", "PutRule rejects it.", "EventBridge PutRuleRequest.Name, EventPattern")
            .ForAll(CheckNames),
        Rule.Error("EVT147", "A schedule is rate(1 minute), rate(N minutes), cron with six fields of which one day is \"?\", or at a time.", "PutRule and CreateSchedule reject it.", "EventBridge schedule expressions")
            .For<ScheduledTaskProps>(CheckSchedule),
        Rule.Error("EVT276", "A schedule's beginning and end are times of RFC 3339 in UTC, the end after the beginning.", "The provider refuses another form; CreateSchedule an end before the beginning.", "EventBridge Scheduler CreateScheduleInput.StartDate, EndDate; aws_scheduler_schedule, start_date")
            .For<ScheduledTaskProps>(CheckDates),
        Rule.Error("EVT277", "A schedule's time zone is spelt as in the IANA's database.", "CreateSchedule rejects it.", "EventBridge Scheduler CreateScheduleInput.ScheduleExpressionTimezone")
            .For<ScheduledTaskProps>((task, report) => TimeZones.CheckMisspelt("timezone", task.Timezone, report)),
        Rule.Warning("EVT278", "A schedule's time zone is one that the IANA's database has.", "CreateSchedule rejects one that it does not know.", "EventBridge Scheduler CreateScheduleInput.ScheduleExpressionTimezone")
            .For<ScheduledTaskProps>((task, report) => TimeZones.CheckUnknown("timezone", task.Timezone, report)),
        Rule.Error("EVT148", "A rule with a schedule is on the default event bus; a schedule of EventBridge Scheduler is on none.", "PutRule rejects it.", "EventBridge PutRuleRequest.ScheduleExpression")
            .For<ScheduledTaskProps>(CheckBus),
        Rule.Error("EVT258", "A time zone, a window of 1 to 1440 minutes, a beginning and an end are for EventBridge Scheduler.", "A rule has no such thing, and the setting would be lost.", "EventBridge Scheduler CreateScheduleInput")
            .For<ScheduledTaskProps>(CheckSchedulerOnly)
            .Bounding((ScheduledTaskProps task) => task.FlexibleWindowMinutes, new NumberBetween(1, 1440, "minutes")),
        .. EventPatternRules.All,
        .. TaskTargetRules.All,
        .. UploadRules.All,
    ];

    private static void CheckNames(Model model, Report report)
    {
        foreach (var declaration in model.Declarations)
        {
            var name = declaration.Props switch { ScheduledTaskProps task => task.Name, EventTaskProps task => task.Name, UploadTaskProps task => task.Name, _ => null };
            if (name.IsLiteral(out var text) && !Name.Accepts(text))
            {
                report.At(declaration).Add("name", Name.Violation, Quoted.Of(text), Name.Allowed, "choose another name, or remove it to get one of the stack's and its own");
            }
            if (declaration.Props is EventTaskProps task2 && task2.EventPattern.TryGetLiteral(out var pattern))
            {
                CheckPattern(pattern, report.At(declaration));
            }
        }
    }

    private static void CheckPattern(string text, Report report)
    {
        const string Allowed = "a JSON object with a list of values for each field";
        if (EventPatternText.Parse(text) is not { Count: > 0 } pattern)
        {
            report.Add("eventPattern", "is not a pattern", Quoted.Of(text), Allowed, "write it as { \"source\": [\"aws.ecr\"] }, in single quotes or as a block");
        }
        else if (EventPatternText.FieldWithoutList(pattern) is { } field)
        {
            report.Add("eventPattern", $"has no list of values for {field}", Quoted.Of(text), Allowed, $"put the value of {field} in square brackets");
        }
    }

    private static void CheckSchedule(ScheduledTaskProps task, Report report)
    {
        if (task.Schedule.TryGetLiteral(out var text) && ScheduleExpression.Mistake(text, task.Mechanism == ScheduleMechanism.Scheduler, isEventBridge: true) is var (what, fix))
        {
            report.Add("schedule", what, Quoted.Of(text), $"rate(N minutes), cron(minutes hours day-of-month month day-of-week year){(task.Mechanism == ScheduleMechanism.Scheduler ? " or at(time)" : "")}", fix);
        }
    }

    private static void CheckDates(ScheduledTaskProps task, Report report)
    {
        var (begin, end) = (TimeOf("startDate", task.StartDate, report), TimeOf("endDate", task.EndDate, report));
        if (end <= begin)
        {
            report.Add("endDate", "is not after the beginning", $"{task.EndDate} with startDate {task.StartDate}", "a later time", "correct one of the two");
        }
    }

    private static DateTimeOffset? TimeOf(string property, Value<string>? value, Report report)
    {
        if (!value.IsLiteral(out var text))
        {
            return null;
        }
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }
        report.Add(property, "is not a time in UTC", Quoted.Of(text), "a time of RFC 3339", "write it as 2030-01-01T00:00:00Z");
        return null;
    }

    private static void CheckBus(ScheduledTaskProps task, Report report)
    {
        if (task.EventBus.IsLiteral(out var bus) && (bus != "default" || task.Mechanism == ScheduleMechanism.Scheduler))
        {
            report.Add("eventBus", "cannot have a schedule", Quoted.Of(bus), task.Mechanism == ScheduleMechanism.Scheduler ? "nothing with the scheduler" : "default", "remove it");
        }
    }

    private static void CheckSchedulerOnly(ScheduledTaskProps task, Report report)
    {
        foreach (var (property, value) in new (string, IValue?)[] { ("timezone", task.Timezone), ("flexibleWindowMinutes", task.FlexibleWindowMinutes), ("startDate", task.StartDate), ("endDate", task.EndDate) })
        {
            if (value is not null && task.Mechanism == ScheduleMechanism.Rule)
            {
                report.Add(property, "is not possible with a rule", $"{value}", "mechanism scheduler", "remove it, or remove mechanism");
            }
        }
        if (task.FlexibleWindowMinutes.IsLiteral(out var minutes) && minutes is < 1 or > 1440)
        {
            report.Add("flexibleWindowMinutes", "is out of range", $"{minutes}", "1 to 1440 minutes", "use a value that is allowed, or remove it to start at once");
        }
    }
}
