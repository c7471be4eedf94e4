using Orchestrator.Modules.Ecs;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>Tasks that are started at certain times.</summary>
public sealed record ScheduledTaskProps : TaskTriggerProps, INamesResources
{
    /// <summary>The name of the schedule or the rule, at most 64 characters. <c>STACK-NAME</c> unless set, cut to that.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>When: <c>rate(5 minutes)</c>, <c>cron(0 8 * * ? *)</c> or, with the scheduler, <c>at(2030-01-01T08:00:00)</c>.</summary>
    public required Value<string> Schedule { get; init; }

    /// <summary>What keeps the schedule. EventBridge Scheduler unless set.</summary>
    public ScheduleMechanism Mechanism { get; init; }

    /// <summary>The time zone of a cron or at expression, <c>Europe/Berlin</c>. UTC unless set; with the scheduler only.</summary>
    public Value<string>? Timezone { get; init; }

    /// <summary>Minutes within which a task may be started, 1 to 1440. At once unless set; with the scheduler only.</summary>
    public Value<int>? FlexibleWindowMinutes { get; init; }

    /// <summary>When the schedule begins, in UTC: <c>2030-01-01T00:00:00Z</c>. At once unless set; with the scheduler only.</summary>
    public Value<string>? StartDate { get; init; }

    /// <summary>When it ends, in UTC. Never unless set; with the scheduler only.</summary>
    public Value<string>? EndDate { get; init; }

    /// <summary>The event bus of a rule. A schedule works on the default one only, which it has unless set.</summary>
    public Value<string>? EventBus { get; init; }

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) =>
        [place.Name(Mechanism == ScheduleMechanism.Rule ? AwsNames.EventRule : AwsNames.Schedule, "name", Name), .. EcsNames.OfTask(place, TaskDefinition)];
}
