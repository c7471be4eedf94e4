using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Ecs.Scaling;

/// <summary>Application Auto Scaling for a service: the target, its policies with their alarms, its schedules.</summary>
internal static class ServiceScaling
{
    private const string Namespace = "ecs";
    private const string Dimension = "ecs:service:DesiredCount";

    /// <summary>Adds what scales a service to it.</summary>
    /// <param name="owner">The service.</param>
    /// <param name="service">What it declares.</param>
    /// <param name="scaling">How it is scaled.</param>
    /// <param name="cluster">The cluster's name.</param>
    /// <param name="name">The service's name.</param>
    internal static void Add(ModuleConstruct owner, EcsServiceProps service, ScalingProps scaling, Value<string> cluster, Value<string> name)
    {
        owner.Make<Aws.AppautoscalingTarget.AppautoscalingTarget>("scaling", new Aws.AppautoscalingTarget.AppautoscalingTargetConfig
        {
            ServiceNamespace = Namespace,
            ScalableDimension = Dimension,
            ResourceId = $"service/{cluster}/{name}",
            MinCapacity = Emit.Number(scaling.MinCapacity)!.Value,
            MaxCapacity = Emit.Number(scaling.MaxCapacity)!.Value,
        });
        foreach (var (id, policy) in scaling.TargetTracking)
        {
            AddPolicy(owner, id, new()
            {
                PolicyType = "TargetTrackingScaling",
                TargetTrackingScalingPolicyConfiguration = new Aws.AppautoscalingPolicy.AppautoscalingPolicyTargetTrackingScalingPolicyConfiguration
                {
                    TargetValue = Emit.Number(policy.TargetValue)!.Value,
                    ScaleInCooldown = Emit.Number(policy.ScaleInCooldownSeconds),
                    ScaleOutCooldown = Emit.Number(policy.ScaleOutCooldownSeconds),
                    DisableScaleIn = Emit.Boolean(policy.DisableScaleIn),
                    PredefinedMetricSpecification = new Aws.AppautoscalingPolicy.AppautoscalingPolicyTargetTrackingScalingPolicyConfigurationPredefinedMetricSpecification
                    {
                        PredefinedMetricType = Emit.Text(MetricType(policy.Metric))!,
                        ResourceLabel = Emit.Text(Value.When(policy.Metric.IsAnyOf(ServiceMetric.RequestsPerTarget), ResourceLabel.Of(service, policy, owner.Model.Model), null)),
                    },
                },
            });
        }
        foreach (var (id, policy) in scaling.Steps)
        {
            AddPolicy(owner, id, StepScaling.PolicyOf(policy), StepScaling.NameOf(owner, id));
            StepScaling.AddAlarm(owner, id, policy);
        }
        foreach (var (id, action) in scaling.Scheduled)
        {
            AddSchedule(owner, id, action);
        }
    }

    private static void AddPolicy(ModuleConstruct owner, string id, Aws.AppautoscalingPolicy.AppautoscalingPolicyConfig config, string? name = null)
    {
        config.Name = $"{owner.DefaultName}-{id}";
        config.ServiceNamespace = Namespace;
        config.ScalableDimension = Dimension;
        config.ResourceId = Target(owner, "resource_id");
        owner.Make<Aws.AppautoscalingPolicy.AppautoscalingPolicy>($"scaling-{id}", config, name ?? id);
    }

    private static void AddSchedule(ModuleConstruct owner, string id, ScheduledScalingProps action) => owner.Make<Aws.AppautoscalingScheduledAction.AppautoscalingScheduledAction>(
        $"scheduled-{id}",
        new Aws.AppautoscalingScheduledAction.AppautoscalingScheduledActionConfig
        {
            Name = $"{owner.DefaultName}-{id}",
            ServiceNamespace = Namespace,
            ScalableDimension = Dimension,
            ResourceId = Target(owner, "resource_id"),
            Schedule = Emit.Text(action.Schedule)!,
            Timezone = Emit.Text(action.Timezone.Or("UTC")),
            ScalableTargetAction = new Aws.AppautoscalingScheduledAction.AppautoscalingScheduledActionScalableTargetAction
            {
                MinCapacity = Emit.NumberAsText(action.MinCapacity),
                MaxCapacity = Emit.NumberAsText(action.MaxCapacity),
            },
        },
        id);

    /// <summary>By attribute, so that the target is made first.</summary>
    private static string Target(ModuleConstruct owner, string attribute) => Expression.Attribute("aws_appautoscaling_target", owner.LogicalId, attribute).Template;

    private static Value<string> MetricType(Value<ServiceMetric> metric) => Value.When(
        metric.IsAnyOf(ServiceMetric.Cpu),
        "ECSServiceAverageCPUUtilization",
        Value.When<string>(metric.IsAnyOf(ServiceMetric.Memory), "ECSServiceAverageMemoryUtilization", "ALBRequestCountPerTarget"))!;
}
