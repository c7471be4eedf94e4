using System.Collections.Immutable;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>Adds or removes tasks by how far a metric is beyond a threshold. It comes with its alarm.</summary>
public sealed record StepScalingProps
{
    /// <summary>The metric's namespace, <c>AWS/SQS</c>.</summary>
    public required Value<string> Namespace { get; init; }

    /// <summary>The metric's name.</summary>
    public required Value<string> MetricName { get; init; }

    /// <summary>The metric's dimensions. None unless set.</summary>
    public IReadOnlyDictionary<string, Value<string>> Dimensions { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>What is made of its values in a period. Their average unless set.</summary>
    public Value<MetricStatistic> Statistic { get; init; } = MetricStatistic.Average;

    /// <summary>The period: 10, 30, or a multiple of 60. 60 unless set.</summary>
    public Value<int> PeriodSeconds { get; init; } = 60;

    /// <summary>How many periods in a row. 1 unless set.</summary>
    public Value<int> EvaluationPeriods { get; init; } = 1;

    /// <summary>How it is compared with the threshold.</summary>
    public required Value<ComparisonOperator> Comparison { get; init; }

    /// <summary>The threshold.</summary>
    public required Value<int> Threshold { get; init; }

    /// <summary>What the adjustments' numbers mean. So many tasks, unless set.</summary>
    public Value<AdjustmentType> AdjustmentType { get; init; } = Scaling.AdjustmentType.ChangeInCapacity;

    /// <summary>Seconds between two adjustments. 60 unless set.</summary>
    public Value<int> CooldownSeconds { get; init; } = 60;

    /// <summary>The fewest tasks that a percentage changes. 1 unless set.</summary>
    public Value<int>? MinimumAdjustment { get; init; }

    /// <summary>The steps.</summary>
    public required IReadOnlyList<StepProps> Steps { get; init; }
}
