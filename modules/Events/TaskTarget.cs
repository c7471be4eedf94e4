using Constructs;
using Orchestrator.Modules.Ecs;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What every trigger of tasks makes: the task definition, its network, a queue for what fails, a role to start it with.</summary>
internal sealed class TaskTarget
{
    /// <summary>Makes them.</summary>
    /// <param name="owner">The trigger.</param>
    /// <param name="scope">Where the trigger stands.</param>
    /// <param name="id">Its id.</param>
    /// <param name="props">What it declares.</param>
    /// <param name="isScheduled">Whether EventBridge Scheduler starts the tasks, not a rule.</param>
    /// <param name="granted">What the tasks may do besides what their definition says.</param>
    internal TaskTarget(ModuleConstruct owner, Construct scope, string id, TaskTriggerProps props, Value<bool> isScheduled, IReadOnlyDictionary<string, PolicyStatementProps> granted)
    {
        TaskDefinition = new TaskDefinition(owner, props, granted);
        SecurityGroups = TaskNetwork.GroupsOf(scope, id, props, owner.Model);
        OwnsQueue = props.DeadLetterQueueArn.MayBeNull();
        QueueArn = OwnsQueue ? props.DeadLetterQueueArn.Or(DeadLetters.AddQueue(owner, props.Tags))! : props.DeadLetterQueueArn!;
        var policy = InvokePolicy.Of(TaskDefinition, Expression.Attribute("aws_ecs_task_definition", owner.LogicalId, "arn_without_revision"), props.Cluster.Arn);
        // Rules send dead letters in their own name, the scheduler in the role's.
        policy.AllowOnAny("SendDeadLetters", ["sqs:SendMessage"], ValueListExtensions.Where(isScheduled, QueueArn));
        var service = Value.When<string>(isScheduled, "scheduler.amazonaws.com", "events.amazonaws.com")!;
        var source = new TrustedSource(props.Cluster.Arn, Value.When<string>(isScheduled, "scheduler", "events")!, Value.When<string>(isScheduled, "schedule-group/*", "rule/*")!);
        RoleArn = props.InvokeRoleArn.MayBeNull() ? props.InvokeRoleArn.Or(new Role(owner, "invoke", new() { Service = service, Source = source, Policy = policy, Tags = props.Tags }).Arn)! : props.InvokeRoleArn;
    }

    /// <summary>What the tasks run.</summary>
    internal TaskDefinition TaskDefinition { get; }

    /// <summary>Their security groups.</summary>
    internal IReadOnlyList<ISecurityGroup> SecurityGroups { get; }

    /// <summary>The queue for what fails.</summary>
    internal Value<string> QueueArn { get; }

    /// <summary>Whether the queue is made here, if only where no other turns out to be named.</summary>
    internal bool OwnsQueue { get; }

    /// <summary>The role that starts the tasks.</summary>
    internal Value<string> RoleArn { get; }

    /// <summary>The name of the rule or the schedule.</summary>
    internal static string NameOf(ModuleConstruct owner, AwsName kind) => owner.CutNameOf(kind, owner.DefaultName);
}
