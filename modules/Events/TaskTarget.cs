using Constructs;
using Orchestrator.Modules.Ecs;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Iam;
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
    /// <param name="service">The service that starts the tasks, <c>events.amazonaws.com</c>.</param>
    /// <param name="granted">What the tasks may do besides what their definition says.</param>
    internal TaskTarget(ModuleConstruct owner, Construct scope, string id, TaskTriggerProps props, string service, IReadOnlyDictionary<string, PolicyStatementProps> granted)
    {
        TaskDefinition = new TaskDefinition(owner, props, granted);
        SecurityGroups = TaskNetwork.GroupsOf(scope, id, props, owner.Model);
        OwnsQueue = props.DeadLetterQueueArn is null;
        QueueArn = props.DeadLetterQueueArn ?? DeadLetters.AddQueue(owner, props.Tags);
        var policy = InvokePolicy.Of(TaskDefinition, Expression.Attribute("aws_ecs_task_definition", owner.LogicalId, "arn_without_revision"), props.Cluster.Arn);
        if (service == Scheduler)
        {
            policy.Allow("SendDeadLetters", ["sqs:SendMessage"], QueueArn);
        }
        RoleArn = props.InvokeRoleArn ?? new Role(owner, "invoke", new() { Service = service, Policy = policy, Tags = props.Tags }).Arn;
    }

    /// <summary>EventBridge Scheduler, which sends dead letters in the name of the role; rules do so in their own.</summary>
    internal const string Scheduler = "scheduler.amazonaws.com";

    /// <summary>EventBridge's rules.</summary>
    internal const string Rules = "events.amazonaws.com";

    /// <summary>What the tasks run.</summary>
    internal TaskDefinition TaskDefinition { get; }

    /// <summary>Their security groups.</summary>
    internal IReadOnlyList<ISecurityGroup> SecurityGroups { get; }

    /// <summary>The queue for what fails.</summary>
    internal Value<string> QueueArn { get; }

    /// <summary>Whether the queue was made here.</summary>
    internal bool OwnsQueue { get; }

    /// <summary>The role that starts the tasks.</summary>
    internal Value<string> RoleArn { get; }

    /// <summary>A name of at most 64 characters.</summary>
    internal static string NameOf(ModuleConstruct owner)
    {
        const int Longest = 64;
        var name = $"{owner.StackName}-{owner.DefaultName}";
        return name.Length <= Longest ? name : name[..Longest].TrimEnd('-');
    }
}
