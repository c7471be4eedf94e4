using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>A step scaling policy and the alarm that sets it off.</summary>
internal static class StepScaling
{
    /// <summary>The policy's name in Terraform. In a module the policies of a map are one resource, so those of two maps need two names.</summary>
    internal static string NameOf(ModuleConstruct owner, string id) => owner.Model.IsModule ? $"{id}_step" : id;

    internal static Aws.AppautoscalingPolicy.AppautoscalingPolicyConfig PolicyOf(StepScalingProps policy) => new()
    {
        PolicyType = "StepScaling",
        StepScalingPolicyConfiguration = new Aws.AppautoscalingPolicy.AppautoscalingPolicyStepScalingPolicyConfiguration
        {
            AdjustmentType = Emit.Member(policy.AdjustmentType),
            Cooldown = Emit.Number(policy.CooldownSeconds),
            MetricAggregationType = Emit.Member(Value.When(policy.Statistic.IsAnyOf(MetricStatistic.Average, MetricStatistic.Minimum, MetricStatistic.Maximum), policy.Statistic, MetricStatistic.Average)),
            MinAdjustmentMagnitude = Emit.Number(policy.MinimumAdjustment),
            StepAdjustment = policy.Steps
                .Select(step => new Aws.AppautoscalingPolicy.AppautoscalingPolicyStepScalingPolicyConfigurationStepAdjustment
                {
                    MetricIntervalLowerBound = Emit.NumberAsText(step.LowerBound),
                    MetricIntervalUpperBound = Emit.NumberAsText(step.UpperBound),
                    ScalingAdjustment = Emit.Number(step.Adjustment)!.Value,
                })
                .ToArray(),
        },
    };

    internal static void AddAlarm(ModuleConstruct owner, string id, StepScalingProps policy) => owner.Make<Aws.CloudwatchMetricAlarm.CloudwatchMetricAlarm>(
        $"alarm-{id}",
        new Aws.CloudwatchMetricAlarm.CloudwatchMetricAlarmConfig
        {
            AlarmName = owner.NameOf(AwsNames.Alarm, EcsNames.Alarm(owner.DefaultName, id)),
            AlarmDescription = $"Sets off scaling policy {id} of service {owner.DefaultName}",
            Namespace = Emit.Text(policy.Namespace),
            MetricName = Emit.Text(policy.MetricName),
            Dimensions = Emit.Map(policy.Dimensions),
            Statistic = Emit.Member(policy.Statistic),
            Period = Emit.Number(policy.PeriodSeconds),
            EvaluationPeriods = Emit.Number(policy.EvaluationPeriods)!.Value,
            ComparisonOperator = Emit.Member(policy.Comparison)!,
            Threshold = Emit.Number(policy.Threshold),
            AlarmActions = [Expression.Attribute("aws_appautoscaling_policy", $"{owner.LogicalId}_{NameOf(owner, id)}", "arn").Template],
        },
        id);
}
