using Orchestrator.Modules.Alarms;
using Orchestrator.Modules.Ecs.Scaling;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>The alarms of addresses that a function keeps: on what clients notice, and on its work.</summary>
internal sealed class StaticIpAlarms(ModuleConstruct owner, StaticIpApplicationLoadBalancerProps props, Value<string> topicArn)
{
    /// <summary>How long the function may do nothing, in runs.</summary>
    private const int RunsWithoutSuccess = 5;

    /// <summary>The ends of the names of a port's alarms.</summary>
    private static readonly string[] OfPort = ["healthy-targets", "last-success", "refused-removals", "waiting-removals", "unowned-targets", "addresses"];

    /// <summary>How long removals may wait, and targets that nobody will remove may stay, in seconds: longer than it takes to shrink a group.</summary>
    private const int Patience = 3600;

    private const string FunctionNamespace = "AWS/Lambda";

    /// <summary>The namespace of the function's own metrics.</summary>
    private const string SyncNamespace = "StaticIpSync";

    /// <summary>The ends of their names.</summary>
    /// <param name="ports">The ports' names.</param>
    internal static IEnumerable<string> NamesOf(IEnumerable<string> ports) =>
        [.. ports.SelectMany(port => OfPort.Select(alarm => $"{port}_{alarm}")), "errors", "invocations"];

    /// <summary>Makes all of them.</summary>
    /// <param name="function">The function.</param>
    /// <param name="loadBalancer">The Network Load Balancer's name among the dimensions of AWS's metrics.</param>
    /// <param name="targets">The target groups.</param>
    internal void Add(SyncFunction function, Value<string> loadBalancer, SyncTargets targets)
    {
        var runSeconds = props.EffectiveSync.IntervalSeconds;
        foreach (var target in targets)
        {
            AddHealthyTargets(target, loadBalancer);
            AddSync(target, function.LoadBalancer, runSeconds);
        }
        AddRuns(function, runSeconds);
    }

    /// <summary>Rings when a port has too few healthy targets.</summary>
    private void AddHealthyTargets(SyncTarget target, Value<string> loadBalancer) => Add($"{target.Name}_healthy-targets", new()
    {
        Description = $"Port {target.Name} has too few healthy targets: connections fail, or soon will. Look at the target group's health checks.",
        Metric = new("AWS/NetworkELB", "HealthyHostCount"),
        Dimensions = new Dictionary<string, Value<string>> { ["LoadBalancer"] = loadBalancer, ["TargetGroup"] = target.Dimension },
        Statistic = MetricStatistic.Minimum,
        Comparison = ComparisonOperator.LessThanThreshold,
        Threshold = props.EffectiveAlarms.HealthyTargets,
        Periods = 3,
        RingsWhenMissing = true,
    });

    /// <summary>Rings when the function fails, and when it is not started.</summary>
    private void AddRuns(SyncFunction function, Value<int> runSeconds)
    {
        var dimensions = new Dictionary<string, Value<string>> { ["FunctionName"] = function.Name };
        Add("errors", new()
        {
            Description = "A run of the sync function failed. Its log says why; until it works nothing is removed, and new addresses may not be registered.",
            Metric = new(FunctionNamespace, "Errors"),
            Dimensions = dimensions,
            Statistic = MetricStatistic.Sum,
            Comparison = ComparisonOperator.GreaterThanOrEqualToThreshold,
            Threshold = 1,
        });
        Add("invocations", new()
        {
            Description = $"The sync function has not been started {RunsWithoutSuccess} times in a row. Look at its schedule, and at the queue of what could not be started.",
            Metric = new(FunctionNamespace, "Invocations"),
            Dimensions = dimensions,
            Statistic = MetricStatistic.Sum,
            Comparison = ComparisonOperator.LessThanThreshold,
            Threshold = 1,
            PeriodSeconds = runSeconds,
            Periods = RunsWithoutSuccess,
            RingsWhenMissing = true,
        });
    }

    /// <summary>Rings for what the function tells of a port.</summary>
    private void AddSync(SyncTarget target, Value<string> loadBalancer, Value<int> runSeconds)
    {
        var dimensions = new Dictionary<string, Value<string>>
        {
            ["LoadBalancer"] = loadBalancer,
            ["TargetGroup"] = target.Dimension,
            ["Port"] = target.Port.Expression is { } expression ? expression : $"{target.Port}",
        };
        Add($"{target.Name}_last-success", new()
        {
            Description = $"The last success of the sync function for port {target.Name} is {RunsWithoutSuccess} runs ago. Its log says why.",
            Metric = new(SyncNamespace, "LastSuccess"),
            Dimensions = dimensions,
            Statistic = MetricStatistic.SampleCount,
            Comparison = ComparisonOperator.LessThanThreshold,
            Threshold = 1,
            PeriodSeconds = runSeconds,
            Periods = RunsWithoutSuccess,
            RingsWhenMissing = true,
        });
        Add($"{target.Name}_refused-removals", new()
        {
            Description = $"The sync function refuses to remove targets of port {target.Name}, since the DNS names too few: that looks like an error. Compare its answers with the load balancer's network interfaces.",
            Metric = new(SyncNamespace, "RefusedRemovals"),
            Dimensions = dimensions,
            Statistic = MetricStatistic.Sum,
            Comparison = ComparisonOperator.GreaterThanOrEqualToThreshold,
            Threshold = 1,
        });
        Add($"{target.Name}_waiting-removals", new()
        {
            Description = $"Targets of port {target.Name} that the DNS no longer names have waited for an hour to be removed. Look at the health of those that it names.",
            Metric = new(SyncNamespace, "WaitingRemovals"),
            Dimensions = dimensions,
            Statistic = MetricStatistic.Minimum,
            Comparison = ComparisonOperator.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            PeriodSeconds = Patience,
        });
        Add($"{target.Name}_unowned-targets", new()
        {
            Description = $"Port {target.Name} has targets that are neither in the DNS nor the sync function's own: nobody will remove them. Remove them by hand, unless they are there on purpose.",
            Metric = new(SyncNamespace, "UnownedTargets"),
            Dimensions = dimensions,
            Statistic = MetricStatistic.Minimum,
            Comparison = ComparisonOperator.GreaterThanOrEqualToThreshold,
            Threshold = 1,
            PeriodSeconds = Patience,
        });
        Add($"{target.Name}_addresses", new()
        {
            Description = $"The Application Load Balancer behind port {target.Name} has nearly as many addresses as it can have. Divide its load.",
            Metric = new(SyncNamespace, "LoadBalancerIPCount"),
            Dimensions = dimensions,
            Statistic = MetricStatistic.Maximum,
            Comparison = ComparisonOperator.GreaterThanOrEqualToThreshold,
            Threshold = props.EffectiveAlarms.Addresses,
        });
    }

    private void Add(string name, MetricAlarmProps alarm) => MetricAlarm.Add(owner, name, alarm, topicArn, props.Tags);
}
