using Orchestrator.Modules.Events;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.StaticIp;

/// <summary>What starts the function's runs. A run that is missed is not made up for: the next one does its work.</summary>
internal static class SyncSchedule
{
    /// <summary>Makes the schedule, or the rule.</summary>
    internal static void Add(SyncFunction function, LambdaSyncProps props, IReadOnlyDictionary<string, Value<string>> tags)
    {
        var rate = Emit.Text(Value.When<string>(props.IntervalMinutes.IsAnyOf(1), "rate(1 minute)", new Expression($"rate({props.IntervalMinutes} minutes)")))!;
        if (props.Mechanism == ScheduleMechanism.Scheduler)
        {
            AddSchedule(function, props, rate, tags);
        }
        else
        {
            AddRule(function, props, rate, tags);
        }
    }

    private static void AddSchedule(SyncFunction function, LambdaSyncProps props, string rate, IReadOnlyDictionary<string, Value<string>> tags)
    {
        var role = new Role(function, "invoke", new()
        {
            Service = "scheduler.amazonaws.com",
            Source = new TrustedSource(function.Arn, "scheduler", "schedule-group/*"),
            Policy = new PolicyDocument().Allow("Invoke", ["lambda:InvokeFunction"], function.Arn).Allow("SendFailures", ["sqs:SendMessage"], function.QueueArn),
            Tags = tags,
        });
        var schedule = function.Make<Aws.SchedulerSchedule.SchedulerSchedule>("schedule", new Aws.SchedulerSchedule.SchedulerScheduleConfig
        {
            Name = Emit.Text(function.Name),
            ScheduleExpression = rate,
            State = Emit.Choice(props.Enabled, "ENABLED", "DISABLED"),
            FlexibleTimeWindow = new Aws.SchedulerSchedule.SchedulerScheduleFlexibleTimeWindow { Mode = "OFF" },
            Target = new Aws.SchedulerSchedule.SchedulerScheduleTarget
            {
                Arn = Emit.Text(function.Arn)!,
                RoleArn = Emit.Text(role.Arn)!,
                RetryPolicy = new Aws.SchedulerSchedule.SchedulerScheduleTargetRetryPolicy { MaximumRetryAttempts = 0, MaximumEventAgeInSeconds = SyncFunction.OldestEventSeconds },
                DeadLetterConfig = new Aws.SchedulerSchedule.SchedulerScheduleTargetDeadLetterConfig { Arn = Emit.Text(function.QueueArn)! },
            },
        });
        Emit.DependsOn(schedule, [role.PolicyAddress, $"aws_lambda_function_event_invoke_config.{function.LogicalId}"]);
    }

    private static void AddRule(SyncFunction function, LambdaSyncProps props, string rate, IReadOnlyDictionary<string, Value<string>> tags)
    {
        var arn = Expression.Attribute("aws_cloudwatch_event_rule", function.LogicalId, "arn");
        function.Make<Aws.CloudwatchEventRule.CloudwatchEventRule>("rule", new Aws.CloudwatchEventRule.CloudwatchEventRuleConfig
        {
            Name = Emit.Text(function.Name),
            ScheduleExpression = rate,
            State = Emit.Choice(props.Enabled, "ENABLED", "DISABLED"),
            Tags = Emit.Map(tags),
        });
        DeadLetters.LetIn(function, function.QueueArn, arn);
        function.Make<Aws.LambdaPermission.LambdaPermission>("permission", new Aws.LambdaPermission.LambdaPermissionConfig
        {
            Action = "lambda:InvokeFunction",
            FunctionName = Emit.Text(function.Name)!,
            Principal = "events.amazonaws.com",
            SourceArn = arn.Template,
        });
        var target = function.Make<Aws.CloudwatchEventTarget.CloudwatchEventTarget>("target", new Aws.CloudwatchEventTarget.CloudwatchEventTargetConfig
        {
            Rule = Expression.Attribute("aws_cloudwatch_event_rule", function.LogicalId, "name").Template,
            TargetId = "sync",
            Arn = Emit.Text(function.Arn)!,
            RetryPolicy = new Aws.CloudwatchEventTarget.CloudwatchEventTargetRetryPolicy { MaximumRetryAttempts = 0, MaximumEventAgeInSeconds = SyncFunction.OldestEventSeconds },
            DeadLetterConfig = new Aws.CloudwatchEventTarget.CloudwatchEventTargetDeadLetterConfig { Arn = Emit.Text(function.QueueArn) },
        });
        Emit.DependsOn(target, [$"aws_lambda_permission.{function.LogicalId}", $"aws_lambda_function_event_invoke_config.{function.LogicalId}"]);
    }
}
