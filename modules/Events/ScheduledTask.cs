using System.Collections.Immutable;
using Constructs;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Events;

/// <summary>Tasks that are started at certain times, by EventBridge Scheduler or by a rule.</summary>
public sealed class ScheduledTask : ModuleConstruct
{
    /// <summary>Makes the schedule with its task definition, roles and queue.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; the end of its name in AWS, and part of addresses in the state.</param>
    /// <param name="props">What it declares.</param>
    public ScheduledTask(Construct scope, string id, ScheduledTaskProps props)
        : base(scope, id, props)
    {
        var isRule = props.Mechanism == ScheduleMechanism.Rule;
        var target = new TaskTarget(this, scope, id, props, !isRule, ImmutableDictionary<string, PolicyStatementProps>.Empty);
        TaskDefinition = target.TaskDefinition;
        if (isRule)
        {
            var config = new Aws.CloudwatchEventRule.CloudwatchEventRuleConfig { Name = Emit.Text(props.Name), ScheduleExpression = Emit.Text(props.Schedule) };
            TaskRule.Add(this, props, target, config, ImmutableDictionary<string, Value<string>>.Empty, props.Overrides);
        }
        else
        {
            TaskSchedule.Add(this, props, target);
        }
    }

    /// <summary>What its tasks run.</summary>
    public TaskDefinition TaskDefinition { get; }
}
