using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>An Auto Scaling group of a cluster's instances, with its launch template, its role and the capacity provider that it is.</summary>
public sealed class AutoScalingGroup : ModuleConstruct, IConnectable
{
    /// <summary>What a launch template can give tags to, of what an instance brings with it.</summary>
    private static readonly string[] Tagged = ["instance", "volume"];

    /// <summary>Makes the group.</summary>
    /// <param name="cluster">The cluster that its instances join.</param>
    /// <param name="id">Its name in the cluster; its address in the state is the cluster's name, an underscore and this.</param>
    /// <param name="props">What it declares.</param>
    public AutoScalingGroup(EcsCluster cluster, string id, AutoScalingGroupProps props)
        : base(cluster, id, props)
    {
        var name = $"{cluster.DefaultName}-{DefaultName}";
        IReadOnlyList<ISecurityGroup> groups = props.SecurityGroups.Count > 0 ? [.. props.SecurityGroups.Select(Model.Find)] : [ OwnGroup(cluster, id, props)];
        SecurityGroups = groups;
        Connections = new Connections(groups);
        var role = new Iam.Role(this, "instance", new() { Service = "ec2.amazonaws.com", Policy = InstancePolicy.Of(cluster.Arn), Tags = new Dictionary<string, Value<string>>() });
        AddInstanceProfile(name, role);
        AddLaunchTemplate(name, cluster, props, groups);
        AddGroup(name, props, [role.PolicyAddress, .. EgressRules.Of(groups)]);
        Resource = Make<Aws.EcsCapacityProvider.EcsCapacityProvider>(MainResourceId, new Aws.EcsCapacityProvider.EcsCapacityProviderConfig
        {
            Name = Emit.Text(props.Name) ?? NameOf(AwsNames.CapacityProvider, name),
            AutoScalingGroupProvider = new Aws.EcsCapacityProvider.EcsCapacityProviderAutoScalingGroupProvider
            {
                AutoScalingGroupArn = Attribute("aws_autoscaling_group", "arn"),
                ManagedTerminationProtection = Emit.Choice(props.ManagedTerminationProtection, "ENABLED", "DISABLED"),
                ManagedDraining = Emit.Choice(props.ManagedDraining, "ENABLED", "DISABLED"),
                ManagedScaling = new Aws.EcsCapacityProvider.EcsCapacityProviderAutoScalingGroupProviderManagedScaling
                {
                    Status = Emit.Choice(props.ManagedScaling.Enabled, "ENABLED", "DISABLED"),
                    TargetCapacity = Emit.Number(props.ManagedScaling.TargetCapacityPercent),
                    MinimumScalingStepSize = Emit.Number(props.ManagedScaling.MinimumScalingStep),
                    MaximumScalingStepSize = Emit.Number(props.ManagedScaling.MaximumScalingStep),
                    InstanceWarmupPeriod = Emit.Number(props.ManagedScaling.InstanceWarmupSeconds),
                },
            },
            Tags = Emit.Map(props.Tags),
        });
    }

    /// <inheritdoc/>
    public Connections Connections { get; }

    /// <summary>The security groups of its instances.</summary>
    public IReadOnlyList<ISecurityGroup> SecurityGroups { get; }

    /// <summary>The capacity provider, for what this construct does not cover.</summary>
    public Aws.EcsCapacityProvider.EcsCapacityProvider Resource { get; }

    private static SecurityGroup OwnGroup(EcsCluster cluster, string id, AutoScalingGroupProps props) => new(cluster, $"{id}_instances", new()
    {
        VpcId = props.VpcId,
        Description = $"Instances of cluster {cluster.LogicalId}: {id}",
        Egress = new Dictionary<string, SecurityGroupRuleProps> { ["https"] = OutgoingHttps.Rule },
        Tags = props.Tags,
    });

    private string Attribute(string type, string attribute) => Expression.Attribute(type, LogicalId, attribute).Template;

    private void AddInstanceProfile(string name, Iam.Role role) =>
        Make<Aws.IamInstanceProfile.IamInstanceProfile>("instance-profile", new Aws.IamInstanceProfile.IamInstanceProfileConfig
        {
            NamePrefix = PrefixOf(AwsNames.InstanceProfile, name, "instance"),
            Role = Emit.Text(role.Name),
            Lifecycle = Emit.KeepsPrefix(),
        });

    private void AddLaunchTemplate(string name, EcsCluster cluster, AutoScalingGroupProps props, IEnumerable<ISecurityGroup> groups) =>
        Make<Aws.LaunchTemplate.LaunchTemplate>("launch-template", new Aws.LaunchTemplate.LaunchTemplateConfig
        {
            NamePrefix = PrefixOf(AwsNames.LaunchTemplate, name),
            ImageId = Emit.Text(props.ImageId ?? RecommendedImage(props.CpuArchitecture)),
            InstanceType = Emit.Text(props.InstanceType),
            UpdateDefaultVersion = true,
            UserData = UserDataOf(cluster, props),
            VpcSecurityGroupIds = [.. groups.Select(group => Emit.Text(group.Id)!)],
            IamInstanceProfile = new Aws.LaunchTemplate.LaunchTemplateIamInstanceProfile { Arn = Attribute("aws_iam_instance_profile", "arn") },
            // One hop: a container on the bridge does not reach the instance's credentials.
            MetadataOptions = new Aws.LaunchTemplate.LaunchTemplateMetadataOptions { HttpEndpoint = "enabled", HttpTokens = "required", HttpPutResponseHopLimit = 1 },
            Monitoring = new Aws.LaunchTemplate.LaunchTemplateMonitoring { Enabled = true },
            BlockDeviceMappings = new[]
            {
                new Aws.LaunchTemplate.LaunchTemplateBlockDeviceMappings
                {
                    DeviceName = "/dev/xvda",
                    Ebs = new Aws.LaunchTemplate.LaunchTemplateBlockDeviceMappingsEbs
                    {
                        VolumeType = "gp3",
                        VolumeSize = Emit.Number(props.VolumeSizeGiB),
                        Encrypted = "true",
                        KmsKeyId = Emit.Text(props.VolumeKmsKeyArn),
                        DeleteOnTermination = "true",
                    },
                },
            },
            TagSpecifications = Tagged
                .Select(kind => new Aws.LaunchTemplate.LaunchTemplateTagSpecifications { ResourceType = kind, Tags = Emit.TagsWithName(props.Tags, name) })
                .ToArray(),
            Lifecycle = Emit.KeepsPrefix(),
        });

    /// <summary>Without what their agent works by, the instances could not tell ECS that a task has stopped: services would drain for ever when all is destroyed.</summary>
    private void AddGroup(string name, AutoScalingGroupProps props, IReadOnlyList<string> agentNeeds) =>
        Emit.DependsOn(Make<Aws.AutoscalingGroup.AutoscalingGroup>("group", new Aws.AutoscalingGroup.AutoscalingGroupConfig
        {
            NamePrefix = PrefixOf(AwsNames.AutoScalingGroup, name),
            MinSize = Emit.Number(props.MinSize)!.Value,
            MaxSize = Emit.Number(props.MaxSize)!.Value,
            VpcZoneIdentifier = [.. props.Subnets.Select(subnet => Emit.Text(subnet.Id)!)],
            ProtectFromScaleIn = Emit.Boolean(props.ProtectFromScaleIn),
            LaunchTemplate = new Aws.AutoscalingGroup.AutoscalingGroupLaunchTemplate { Id = Attribute("aws_launch_template", "id"), Version = Attribute("aws_launch_template", "latest_version") },
            // ECS adds this tag; a plan that did not know it would take it away.
            Tag = new[] { new Aws.AutoscalingGroup.AutoscalingGroupTag { Key = "AmazonECSManaged", Value = "true", PropagateAtLaunch = true } },
            Lifecycle = Emit.KeepsPrefix(),
        }), agentNeeds);

    /// <summary>EC2 looks the parameter up when an instance starts; so no plan changes because AWS has a new image.</summary>
    private static Value<string> RecommendedImage(Value<CpuArchitecture> architecture) =>
        $"resolve:ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/{(architecture.Is(CpuArchitecture.Arm64) ? "arm64/" : "")}recommended/image_id";

    private static string UserDataOf(EcsCluster cluster, AutoScalingGroupProps props)
    {
        var rest = props.UserData is null ? "" : props.UserData.TryGetLiteral(out var literal) ? Emit.Text(literal) : props.UserData.Expression!.Template;
        var script = $"#!/bin/bash\necho ECS_CLUSTER={cluster.Name} >> /etc/ecs/ecs.config\necho ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config\n{rest}";
        return Expression.Of($"base64encode({new Expression(script)})").Template;
    }
}
