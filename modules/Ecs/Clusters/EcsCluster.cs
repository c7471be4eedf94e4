using Constructs;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>An ECS cluster with Fargate, Fargate Spot and the Auto Scaling groups of its props as capacity providers.</summary>
public sealed class EcsCluster : ModuleConstruct, IEcsCluster
{
    private readonly Dictionary<string, AutoScalingGroup> _autoScalingGroups = [];

    /// <summary>Makes the cluster.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; the end of its name in AWS, and part of addresses in the state.</param>
    /// <param name="props">What it declares.</param>
    public EcsCluster(Construct scope, string id, EcsClusterProps props)
        : base(scope, id, props)
    {
        Props = props;
        Arn = Expression.Attribute("aws_ecs_cluster", LogicalId, "arn");
        Name = Expression.Attribute("aws_ecs_cluster", LogicalId, "name");
        Model.Made.Add(Arn, this);
        Resource = Make<Aws.EcsCluster.EcsCluster>(MainResourceId, new Aws.EcsCluster.EcsClusterConfig
        {
            Name = Emit.Text(props.Name) ?? NameOf(AwsNames.Cluster),
            Setting = new[] { new Aws.EcsCluster.EcsClusterSetting { Name = "containerInsights", Value = Emit.Member(props.ContainerInsights)! } },
            Configuration = ConfigurationOf(props),
            ServiceConnectDefaults = props.ServiceConnectNamespaceArn is { } ns ? new Aws.EcsCluster.EcsClusterServiceConnectDefaults { Namespace = Emit.Text(ns)! } : null,
            Tags = Emit.Map(props.Tags),
        });
        foreach (var (name, group) in props.AutoScalingGroups)
        {
            _autoScalingGroups[name] = new AutoScalingGroup(this, name, group);
        }
        Make<Aws.EcsClusterCapacityProviders.EcsClusterCapacityProviders>("capacity-providers", new Aws.EcsClusterCapacityProviders.EcsClusterCapacityProvidersConfig
        {
            ClusterName = Emit.Text(Name)!,
            CapacityProviders = ["FARGATE", "FARGATE_SPOT", .. props.AutoScalingGroups.Keys.Select(name => Emit.Text(CapacityProvider(name))!)],
            DefaultCapacityProviderStrategy = props.DefaultCapacityProviders.Count == 0 ? null : props.DefaultCapacityProviders.Select(StrategyOf).ToArray(),
        });
    }

    /// <inheritdoc/>
    public Value<string> Arn { get; }

    /// <inheritdoc/>
    public Value<string> Name { get; }

    /// <summary>What it was declared with.</summary>
    public EcsClusterProps Props { get; }

    EcsClusterProps? IEcsCluster.Props => Props;

    /// <summary>Its Auto Scaling groups, by name.</summary>
    public IReadOnlyDictionary<string, AutoScalingGroup> AutoScalingGroups => _autoScalingGroups;

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.EcsCluster.EcsCluster Resource { get; }

    /// <inheritdoc/>
    public Value<string> CapacityProvider(Value<string> provider) => CapacityProviders.NameOf(LogicalId, provider, Props);

    /// <inheritdoc/>
    public override string ToString() => LogicalId;

    private Aws.EcsClusterCapacityProviders.EcsClusterCapacityProvidersDefaultCapacityProviderStrategy StrategyOf(CapacityProviderStrategyProps strategy) => new()
    {
        CapacityProvider = Emit.Text(CapacityProvider(strategy.Provider))!,
        Weight = Emit.Number(strategy.Weight),
        Base = Emit.Number(strategy.Base),
    };

    private Aws.EcsCluster.EcsClusterConfiguration? ConfigurationOf(EcsClusterProps props)
    {
        var hasStorage = props.FargateStorageKmsKeyArn is not null || props.ManagedStorageKmsKeyArn is not null;
        return props.ExecuteCommand is null && !hasStorage ? null : new()
        {
            ExecuteCommandConfiguration = props.ExecuteCommand is { } exec ? ExecOf(exec) : null,
            ManagedStorageConfiguration = !hasStorage ? null : new Aws.EcsCluster.EcsClusterConfigurationManagedStorageConfiguration
            {
                FargateEphemeralStorageKmsKeyId = Emit.Text(props.FargateStorageKmsKeyArn),
                KmsKeyId = Emit.Text(props.ManagedStorageKmsKeyArn),
            },
        };
    }

    private Aws.EcsCluster.EcsClusterConfigurationExecuteCommandConfiguration ExecOf(ExecuteCommandProps exec)
    {
        Make<Aws.CloudwatchLogGroup.CloudwatchLogGroup>("exec-log-group", new Aws.CloudwatchLogGroup.CloudwatchLogGroupConfig
        {
            Name = Emit.Text(exec.LogGroup.Name) ?? EcsNames.ExecLogGroup(StackName, DefaultName),
            RetentionInDays = Emit.Number(exec.LogGroup.RetentionDays),
            KmsKeyId = Emit.Text(exec.LogGroup.KmsKeyArn),
        }, "exec");
        return new()
        {
            KmsKeyId = Emit.Text(exec.KmsKeyArn),
            Logging = "OVERRIDE",
            LogConfiguration = new Aws.EcsCluster.EcsClusterConfigurationExecuteCommandConfigurationLogConfiguration
            {
                CloudWatchLogGroupName = Expression.Attribute("aws_cloudwatch_log_group", $"{LogicalId}_exec", "name").Template,
                CloudWatchEncryptionEnabled = exec.LogGroup.KmsKeyArn is not null,
                S3BucketName = Emit.Text(exec.S3Bucket),
                S3KeyPrefix = Emit.Text(exec.S3Prefix),
                S3BucketEncryptionEnabled = exec.S3Bucket is null ? null : true,
            },
        };
    }
}
