using System.Collections.Immutable;
using Constructs;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Synthesis;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Events;

/// <summary>Tasks that are started by events that match a pattern.</summary>
public sealed class EventTask : ModuleConstruct
{
    /// <summary>Makes the rule with its task definition, roles and queue.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; the end of its name in AWS, and part of addresses in the state.</param>
    /// <param name="props">What it declares.</param>
    public EventTask(Construct scope, string id, EventTaskProps props)
        : base(scope, id, props)
    {
        var target = new TaskTarget(this, scope, id, props, isScheduled: false, ImmutableDictionary<string, PolicyStatementProps>.Empty);
        TaskDefinition = target.TaskDefinition;
        var config = new Aws.CloudwatchEventRule.CloudwatchEventRuleConfig
        {
            Name = Emit.Text(props.Name),
            EventBusName = Emit.Text(props.EventBus),
            EventPattern = Emit.Text(props.EventPattern.TryGetLiteral(out var pattern) ? EventPatternText.Canonical(pattern) : props.EventPattern),
        };
        TaskRule.Add(this, props, target, config, props.InputPaths, props.Overrides);
        if (props.Bucket is { } bucket && !bucket.SwitchOn.Is(false))
        {
            BucketNotification.Add(this, bucket.Name);
        }
    }

    /// <summary>What its tasks run.</summary>
    public TaskDefinition TaskDefinition { get; }
}
