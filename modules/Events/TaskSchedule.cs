using Orchestrator.Modules.Ecs;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws.SchedulerSchedule;

namespace Orchestrator.Modules.Events;

/// <summary>A schedule of EventBridge Scheduler whose target is a task.</summary>
internal static class TaskSchedule
{
    /// <summary>Makes the schedule.</summary>
    internal static void Add(ModuleConstruct owner, ScheduledTaskProps props, TaskTarget target) => owner.Make<Aws.SchedulerSchedule>("schedule", new Aws.SchedulerScheduleConfig
    {
        Name = Emit.Text(props.Name) ?? TaskTarget.NameOf(owner, AwsNames.Schedule),
        Description = Emit.Text(props.Description),
        ScheduleExpression = Emit.Text(props.Schedule)!,
        ScheduleExpressionTimezone = Emit.Text(props.Timezone.Or("UTC"))!,
        StartDate = Emit.Text(props.StartDate),
        EndDate = Emit.Text(props.EndDate),
        State = Emit.Choice(props.Enabled, "ENABLED", "DISABLED"),
        FlexibleTimeWindow = new Aws.SchedulerScheduleFlexibleTimeWindow
        {
            Mode = Emit.Text(Value.When<string>(props.FlexibleWindowMinutes.IsSet(), "FLEXIBLE", "OFF"))!,
            MaximumWindowInMinutes = Emit.Number(props.FlexibleWindowMinutes),
        },
        Target = new Aws.SchedulerScheduleTarget
        {
            Arn = Emit.Text(props.Cluster.Arn)!,
            RoleArn = Emit.Text(target.RoleArn)!,
            Input = Emit.Text(TaskInput.Of(owner, props.Overrides, [])),
            RetryPolicy = new Aws.SchedulerScheduleTargetRetryPolicy { MaximumRetryAttempts = Emit.Number(props.Retry.MaximumAttempts), MaximumEventAgeInSeconds = Emit.Number(props.Retry.MaximumAgeSeconds) },
            DeadLetterConfig = new Aws.SchedulerScheduleTargetDeadLetterConfig { Arn = Emit.Text(target.QueueArn)! },
            EcsParameters = new Aws.SchedulerScheduleTargetEcsParameters
            {
                TaskDefinitionArn = Emit.Text(target.TaskDefinition.Arn)!,
                TaskCount = Emit.Number(props.TaskCount),
                LaunchType = Emit.Member(props.EffectiveLaunchType()),
                PlatformVersion = Emit.Text(props.PlatformVersion),
                EnableExecuteCommand = Emit.Boolean(props.EnableExecuteCommand),
                CapacityProviderStrategy = props.CapacityProviders.Count == 0 ? null : props.CapacityProviders
                    .Select(strategy => new Aws.SchedulerScheduleTargetEcsParametersCapacityProviderStrategy
                    {
                        CapacityProvider = Emit.Text(props.Cluster.CapacityProvider(strategy.Provider))!,
                        Weight = Emit.Number(strategy.Weight),
                        Base = Emit.Number(strategy.Base),
                    })
                    .ToArray(),
                NetworkConfiguration = !props.IsAwsvpc() ? null : new Aws.SchedulerScheduleTargetEcsParametersNetworkConfiguration
                {
                    Subnets = [.. props.Subnets.Select(subnet => Emit.Text(subnet.Id)!)],
                    SecurityGroups = [.. target.SecurityGroups.Select(group => Emit.Text(group.Id)!)],
                    AssignPublicIp = Emit.Boolean(props.AssignPublicIp),
                },
            },
        },
    });
}
