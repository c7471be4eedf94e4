using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Alarms;

/// <summary>The topic that a construct's alarms go to.</summary>
internal static class AlarmTopic
{
    private const string Purpose = "alarms";

    /// <summary>Makes the topic: CloudWatch publishes to it, for the alarms of its own account alone, and nobody without TLS.</summary>
    /// <param name="owner">The construct that needs it.</param>
    /// <param name="kmsKeyArn">The key that encrypts it; null for none.</param>
    /// <param name="tags">Its tags.</param>
    /// <returns>Its ARN.</returns>
    internal static Value<string> Add(ModuleConstruct owner, Value<string>? kmsKeyArn, IReadOnlyDictionary<string, Value<string>> tags)
    {
        var arn = Expression.Attribute("aws_sns_topic", $"{owner.LogicalId}_{Purpose}", "arn");
        owner.Make<Aws.SnsTopic.SnsTopic>(
            "alarm-topic",
            new Aws.SnsTopic.SnsTopicConfig
            {
                NamePrefix = owner.PrefixOf(AwsNames.Topic, owner.LogicalId, Purpose),
                KmsMasterKeyId = Emit.Text(kmsKeyArn),
                Tags = Emit.Map(tags),
            },
            Purpose);
        owner.Make<Aws.SnsTopicPolicy.SnsTopicPolicy>(
            "alarm-topic-policy",
            new Aws.SnsTopicPolicy.SnsTopicPolicyConfig
            {
                Arn = arn.Template,
                Policy = new PolicyDocument()
                    .Add("LetAlarmsIn", new() { Actions = ["sns:Publish"], Resources = [arn], Conditions = PolicyCondition.Of("StringEquals", "aws:SourceAccount", Account(arn)) }, PolicyPrincipal.Service("cloudwatch.amazonaws.com"))
                    .Add("RefusePlainText", new() { Effect = PolicyEffect.Deny, Actions = ["sns:Publish"], Resources = [arn], Conditions = PolicyCondition.Of("Bool", "aws:SecureTransport", "false") }, PolicyPrincipal.Everybody)
                    .Text(owner.Json),
            },
            Purpose);
        return arn;
    }

    /// <summary>The account, which the topic's ARN names.</summary>
    private static Value<string> Account(Expression arn) => Expression.Of($"split(\":\", {arn})[4]");
}
