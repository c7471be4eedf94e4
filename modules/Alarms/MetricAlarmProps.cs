using Orchestrator.Modules.Ecs.Scaling;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Alarms;

/// <summary>When an alarm rings.</summary>
internal sealed record MetricAlarmProps
{
    /// <summary>What is wrong when it rings, and what to look at.</summary>
    public required string Description { get; init; }

    /// <summary>The metric.</summary>
    public required Metric Metric { get; init; }

    /// <summary>Which of the metric's time series.</summary>
    public required IReadOnlyDictionary<string, Value<string>> Dimensions { get; init; }

    /// <summary>What is made of the values of a period.</summary>
    public required MetricStatistic Statistic { get; init; }

    /// <summary>How that is compared with the threshold.</summary>
    public required ComparisonOperator Comparison { get; init; }

    /// <summary>The threshold.</summary>
    public required Value<int> Threshold { get; init; }

    /// <summary>The length of a period, a multiple of 60 seconds.</summary>
    public Value<int> PeriodSeconds { get; init; } = 60;

    /// <summary>How many periods in a row it takes.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>Whether a period without values counts against it.</summary>
    public bool RingsWhenMissing { get; init; }
}
