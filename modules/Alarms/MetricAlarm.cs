using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Alarms;

/// <summary>An alarm of CloudWatch on one metric, which belongs to the construct that needs it.</summary>
internal static class MetricAlarm
{
    /// <summary>Makes the alarm; it tells a topic when it rings, and when it is over.</summary>
    /// <param name="owner">The construct that needs it.</param>
    /// <param name="name">What it is about: the end of its name in Terraform and in AWS.</param>
    /// <param name="props">When it rings.</param>
    /// <param name="topicArn">The topic.</param>
    /// <param name="tags">Its tags.</param>
    internal static void Add(ModuleConstruct owner, string name, MetricAlarmProps props, Value<string> topicArn, IReadOnlyDictionary<string, Value<string>> tags) => owner.Make<Aws.CloudwatchMetricAlarm.CloudwatchMetricAlarm>(
        $"alarm-{name}",
        new Aws.CloudwatchMetricAlarm.CloudwatchMetricAlarmConfig
        {
            AlarmName = owner.NameOf(AwsNames.Alarm, PhysicalName.Of($"{owner.LogicalId}_{name}")),
            AlarmDescription = props.Description,
            Namespace = props.Metric.Namespace,
            MetricName = props.Metric.Name,
            Dimensions = Emit.Map(props.Dimensions),
            Statistic = Spelling.Of(props.Statistic),
            ComparisonOperator = Spelling.Of(props.Comparison),
            Threshold = Emit.Number(props.Threshold),
            Period = Emit.Number(props.PeriodSeconds),
            EvaluationPeriods = props.Periods,
            DatapointsToAlarm = props.Periods,
            TreatMissingData = props.RingsWhenMissing ? "breaching" : "notBreaching",
            AlarmActions = [Emit.Text(topicArn)!],
            OkActions = [Emit.Text(topicArn)!],
            Tags = Emit.Map(tags),
        },
        name);
}
