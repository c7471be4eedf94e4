using Orchestrator.Modules.Ecs;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Events;

/// <summary>A rule of EventBridge whose target is a task.</summary>
internal static class TaskRule
{
    /// <summary>Makes the rule and its target.</summary>
    /// <param name="owner">The trigger.</param>
    /// <param name="props">What it declares.</param>
    /// <param name="target">What it starts.</param>
    /// <param name="config">The rule's name, and what sets it off.</param>
    /// <param name="inputPaths">What is taken out of an event, by name.</param>
    /// <param name="overrides">What is different in containers.</param>
    internal static void Add(
        ModuleConstruct owner,
        TaskTriggerProps props,
        TaskTarget target,
        Aws.CloudwatchEventRule.CloudwatchEventRuleConfig config,
        IReadOnlyDictionary<string, Value<string>> inputPaths,
        IReadOnlyDictionary<string, ContainerOverrideProps> overrides)
    {
        config.Name ??= TaskTarget.NameOf(owner, AwsNames.EventRule);
        config.Description = Emit.Text(props.Description);
        config.State = Emit.Choice(props.Enabled, "ENABLED", "DISABLED");
        config.Tags = Emit.Map(props.Tags);
        owner.Make<Aws.CloudwatchEventRule.CloudwatchEventRule>("rule", config);
        if (target.OwnsQueue)
        {
            DeadLetters.LetIn(owner, target.QueueArn, Expression.Attribute("aws_cloudwatch_event_rule", owner.LogicalId, "arn"));
        }
        var input = TaskInput.Of(owner, overrides, inputPaths.Keys);
        var hasPaths = Presence.OfAny(inputPaths);
        owner.Make<Aws.CloudwatchEventTarget.CloudwatchEventTarget>("target", new Aws.CloudwatchEventTarget.CloudwatchEventTargetConfig
        {
            Rule = Expression.Attribute("aws_cloudwatch_event_rule", owner.LogicalId, "name").Template,
            EventBusName = config.EventBusName,
            TargetId = "task",
            Arn = Emit.Text(props.Cluster.Arn)!,
            RoleArn = Emit.Text(target.RoleArn),
            Input = Emit.Text(Value.When(hasPaths, null, input)),
            InputTransformer = hasPaths.Is(false) || input is null ? null : new Aws.CloudwatchEventTarget.CloudwatchEventTargetInputTransformer { InputPaths = Emit.Map(inputPaths), InputTemplate = Emit.Text(TaskInput.Template(owner, input))! },
            EcsTarget = EcsTargetOf(props, target),
            RetryPolicy = new Aws.CloudwatchEventTarget.CloudwatchEventTargetRetryPolicy
            {
                MaximumRetryAttempts = Emit.Number(props.Retry.MaximumAttempts),
                MaximumEventAgeInSeconds = Emit.Number(props.Retry.MaximumAgeSeconds),
            },
            DeadLetterConfig = new Aws.CloudwatchEventTarget.CloudwatchEventTargetDeadLetterConfig { Arn = Emit.Text(target.QueueArn) },
        });
    }

    private static Aws.CloudwatchEventTarget.CloudwatchEventTargetEcsTarget EcsTargetOf(TaskTriggerProps props, TaskTarget target) => new()
    {
        TaskDefinitionArn = Emit.Text(target.TaskDefinition.Arn)!,
        TaskCount = Emit.Number(props.TaskCount),
        LaunchType = Emit.Member(props.EffectiveLaunchType()),
        PlatformVersion = Emit.Text(props.PlatformVersion),
        EnableExecuteCommand = Emit.Boolean(props.EnableExecuteCommand),
        CapacityProviderStrategy = props.CapacityProviders.Count == 0 ? null : props.CapacityProviders
            .Select(strategy => new Aws.CloudwatchEventTarget.CloudwatchEventTargetEcsTargetCapacityProviderStrategy
            {
                CapacityProvider = Emit.Text(props.Cluster.CapacityProvider(strategy.Provider))!,
                Weight = Emit.Number(strategy.Weight),
                Base = Emit.Number(strategy.Base),
            })
            .ToArray(),
        NetworkConfiguration = !props.IsAwsvpc() ? null : new Aws.CloudwatchEventTarget.CloudwatchEventTargetEcsTargetNetworkConfiguration
        {
            Subnets = [.. props.Subnets.Select(subnet => Emit.Text(subnet.Id)!)],
            SecurityGroups = [.. target.SecurityGroups.Select(group => Emit.Text(group.Id)!)],
            AssignPublicIp = Emit.Boolean(props.AssignPublicIp),
        },
    };
}
