using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Events;

/// <summary>The queue that gets what could not be started.</summary>
internal static class DeadLetters
{
    private const int KeptSeconds = 1_209_600;

    /// <summary>Makes the queue.</summary>
    /// <returns>Its ARN.</returns>
    internal static Value<string> AddQueue(ModuleConstruct owner, IReadOnlyDictionary<string, Value<string>> tags)
    {
        owner.Make<Aws.SqsQueue.SqsQueue>(
            "dead-letters",
            new Aws.SqsQueue.SqsQueueConfig
            {
                NamePrefix = owner.PrefixOf(AwsNames.Queue, owner.LogicalId, "dead-letters"),
                SqsManagedSseEnabled = true,
                MessageRetentionSeconds = KeptSeconds,
                Tags = Emit.Map(tags),
                Lifecycle = owner.Model.IsModule ? null : Emit.KeepsPrefix(),
            },
            "dead_letters");
        return Expression.Attribute("aws_sqs_queue", $"{owner.LogicalId}_dead_letters", "arn");
    }

    /// <summary>Lets one rule of EventBridge, and nothing else, put messages into the queue.</summary>
    internal static void LetIn(ModuleConstruct owner, Value<string> queueArn, Value<string> ruleArn) => owner.Make<Aws.SqsQueuePolicy.SqsQueuePolicy>(
        "dead-letters-policy",
        new Aws.SqsQueuePolicy.SqsQueuePolicyConfig
        {
            QueueUrl = Expression.Attribute("aws_sqs_queue", $"{owner.LogicalId}_dead_letters", "url").Template,
            Policy = new PolicyDocument()
                .Add("LetRuleIn", new() { Actions = ["sqs:SendMessage"], Resources = [queueArn], Conditions = PolicyCondition.Of("ArnEquals", "aws:SourceArn", ruleArn) }, PolicyPrincipal.Service("events.amazonaws.com"))
                .Text(owner.Json),
        },
        "dead_letters");
}
