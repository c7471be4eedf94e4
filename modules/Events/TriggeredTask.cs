using System.Collections.Immutable;
using Constructs;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Events;

/// <summary>Tasks of a published module, whose caller decides whether a schedule starts them, or events do: what is needed for either.</summary>
internal sealed class TriggeredTask : ModuleConstruct
{
    /// <summary>Makes the rule and the schedule with one task definition, roles and queue.</summary>
    /// <param name="scope">The stack.</param>
    /// <param name="id">Its id.</param>
    /// <param name="events">The tasks, and which events start them.</param>
    /// <param name="schedule">When else they are started; of the tasks it says the same.</param>
    /// <param name="isScheduled">Whether the schedule starts them.</param>
    internal TriggeredTask(Construct scope, string id, EventTaskProps events, ScheduledTaskProps schedule, Value<bool> isScheduled)
        : base(scope, id, events)
    {
        var target = new TaskTarget(this, scope, id, events, isScheduled, ImmutableDictionary<string, PolicyStatementProps>.Empty);
        TaskDefinition = target.TaskDefinition;
        RoleArn = target.RoleArn;
        QueueArn = target.QueueArn;
        TaskRule.Add(this, events, target, new Aws.CloudwatchEventRule.CloudwatchEventRuleConfig { Name = Emit.Text(events.Name), EventBusName = Emit.Text(events.EventBus), EventPattern = Emit.Text(events.EventPattern) }, events.InputPaths, events.Overrides);
        TaskSchedule.Add(this, schedule, target);
    }

    /// <summary>What its tasks run.</summary>
    internal TaskDefinition TaskDefinition { get; }

    /// <summary>The role that starts them.</summary>
    internal Value<string> RoleArn { get; }

    /// <summary>The queue for what could not be started.</summary>
    internal Value<string> QueueArn { get; }
}
