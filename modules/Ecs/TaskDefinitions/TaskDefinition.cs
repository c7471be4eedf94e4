using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>
/// The task definition of a service, a schedule or a rule, with its log group and its two roles: one for ECS to start the task, one for
/// what runs in it. It belongs to its owner, and is no construct of its own.
/// </summary>
public sealed class TaskDefinition
{
    private readonly List<string> _policies = [];
    private readonly ModuleConstruct _owner;
    private readonly TaskDefinitionProps _props;
    private readonly TrustedSource _source;

    internal TaskDefinition(ModuleConstruct owner, ITaskOwner run, IReadOnlyDictionary<string, PolicyStatementProps> granted)
    {
        (_owner, _props) = (owner, run.TaskDefinition);
        _source = new TrustedSource(run.Cluster.Arn, "ecs", "*");
        owner.DeclarePart("taskDefinition", _props);
        Family = _props.Family.Or(owner.NameOf(AwsNames.Family));
        Arn = Expression.Attribute("aws_ecs_task_definition", owner.LogicalId, "arn");
        var hasExec = owner.Model.IsModule ? run.EnableExecuteCommand : run.EnableExecuteCommand.MayBe(true);
        var logGroup = LogGroupName();
        ExecutionRoleArn = RoleOf(_props.ExecutionRoleArn, "execution", _props.ExecutionRoleName, ExecutionPolicy.Of(_props, logGroup is null ? null : (Value<string>)Expression.Attribute("aws_cloudwatch_log_group", owner.LogicalId, "arn"), owner.Model.IsModule));
        TaskRoleArn = RoleOf(_props.TaskRoleArn, "task", _props.TaskRoleName, TaskPolicy.Of(_props, hasExec, granted));
        Size = run.IsFargate() == false ? null : FargateSize.Of(_props);
        Resource = owner.Make<Aws.EcsTaskDefinition.EcsTaskDefinition>("task-definition", new Aws.EcsTaskDefinition.EcsTaskDefinitionConfig
        {
            Family = Emit.Text(Family)!,
            RequiresCompatibilities = run.IsFargate() is { } isFargate ? [isFargate ? "FARGATE" : "EC2"] : null,
            NetworkMode = Emit.Member(_props.NetworkMode),
            Cpu = Emit.NumberAsText(_props.Cpu) ?? (Size is { } chosen ? $"{chosen.Cpu}" : null),
            Memory = Emit.NumberAsText(_props.MemoryMiB) ?? (Size is { } size ? $"{size.MemoryMiB}" : null),
            RuntimePlatform = new Aws.EcsTaskDefinition.EcsTaskDefinitionRuntimePlatform { CpuArchitecture = Emit.Member(_props.CpuArchitecture), OperatingSystemFamily = Emit.Member(_props.OperatingSystemFamily) },
            EphemeralStorage = _props.EphemeralStorageGiB is null ? null : new Aws.EcsTaskDefinition.EcsTaskDefinitionEphemeralStorage { SizeInGib = Emit.Number(_props.EphemeralStorageGiB)!.Value },
            PidMode = Emit.Member(_props.PidMode),
            IpcMode = Emit.Member(_props.IpcMode),
            EnableFaultInjection = Emit.Boolean(_props.FaultInjection),
            ExecutionRoleArn = Emit.Text(ExecutionRoleArn),
            TaskRoleArn = Emit.Text(TaskRoleArn),
            PlacementConstraints = _props.PlacementConstraints.Count == 0 ? null : _props.PlacementConstraints.Select(expression => new Aws.EcsTaskDefinition.EcsTaskDefinitionPlacementConstraints { Type = "memberOf", Expression = Emit.Text(expression) }).ToArray(),
            Volume = _props.Volumes.Count == 0 ? null : _props.Volumes.Select(volume => Volumes.Of(volume.Key, volume.Value)).ToArray(),
            ContainerDefinitions = ContainerDefinitions.Text(_props, logGroup ?? "", hasExec, owner.Json),
            Tags = Emit.Map(_props.Tags),
        });
    }

    /// <summary>Its ARN, with the revision.</summary>
    public Value<string> Arn { get; }

    /// <summary>The name that its revisions share.</summary>
    public Value<string> Family { get; }

    /// <summary>The role that ECS has to start the task; null where it needs none.</summary>
    public Value<string>? ExecutionRoleArn { get; }

    /// <summary>The role that the containers have; null where they may do nothing.</summary>
    public Value<string>? TaskRoleArn { get; }

    /// <summary>The resource itself, for what this class does not cover.</summary>
    public Aws.EcsTaskDefinition.EcsTaskDefinition Resource { get; }

    /// <summary>The addresses of its roles' policies: without them its tasks do not start.</summary>
    internal IReadOnlyList<string> Policies => _policies;

    /// <summary>The size on Fargate; null on instances, and where only Terraform knows it.</summary>
    internal FargateSize? Size { get; }

    /// <summary>Makes the task's log group, where a container writes to it.</summary>
    private Value<string>? LogGroupName()
    {
        var writes = _props.WritesToGroup();
        if (writes.Is(false))
        {
            return null;
        }
        _owner.Make<Aws.CloudwatchLogGroup.CloudwatchLogGroup>("log-group", new Aws.CloudwatchLogGroup.CloudwatchLogGroupConfig
        {
            Name = Emit.Text(_props.LogGroup.Name.Or(_owner.Model.IsModule ? $"/ecs/{_owner.DefaultName}" : EcsNames.TaskLogGroup(_owner.StackName, _owner.DefaultName))),
            RetentionInDays = Emit.Number(_props.LogGroup.RetentionDays),
            KmsKeyId = Emit.Text(_props.LogGroup.KmsKeyArn),
            Tags = Emit.Map(_props.Tags),
        });
        return Expression.Attribute("aws_cloudwatch_log_group", _owner.LogicalId, "name");
    }

    /// <summary>The role that exists, or one that is made; in a module it may turn out that neither is needed.</summary>
    private Value<string>? RoleOf(Value<string>? existing, string purpose, Value<string>? name, PolicyDocument policy)
    {
        if (!existing.MayBeNull())
        {
            return existing;
        }
        var made = AddRole(purpose, name, policy);
        return existing.Or(made is { Expression: { } arn } && _owner.Model.IsModule ? arn with { IsOptional = true } : made);
    }

    private Value<string>? AddRole(string purpose, Value<string>? name, PolicyDocument policy)
    {
        if (policy.IsEmpty)
        {
            return null;
        }
        var role = new Role(_owner, purpose, new() { Service = "ecs-tasks.amazonaws.com", Source = _source, Name = name, CanBeNamed = true, Policy = policy, Tags = _props.Tags });
        _policies.Add(role.PolicyAddress);
        return role.Arn;
    }
}
