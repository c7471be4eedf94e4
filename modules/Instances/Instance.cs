using Constructs;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.Instances;

/// <summary>
/// An EC2 instance. Where its image comes from a parameter, a launch template carries image and root volume: EC2 then looks the parameter up,
/// where the instance itself would take the image that was found for a change, and be replaced in every apply.
/// </summary>
public sealed class Instance : ModuleConstruct, IInstance, IConnectable
{
    /// <summary>Makes the instance, and the launch template that it may need.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id; its Name tag unless the props say another, and its address in the state.</param>
    /// <param name="props">What it declares.</param>
    public Instance(Construct scope, string id, InstanceProps props)
        : base(scope, id, props)
    {
        Props = props;
        Id = Expression.Attribute("aws_instance", LogicalId, "id");
        PrivateAddress = Expression.Attribute("aws_instance", LogicalId, "private_ip");
        ISecurityGroup[] groups = [.. props.SecurityGroups.Select(Model.Find)];
        Connections = new Connections(groups);
        Model.Made.Add(Id, this);
        var tags = Emit.TagsWithName(props.Tags, DefaultName);
        var hasTemplate = props.EffectiveImageParameter is not null;
        if (hasTemplate)
        {
            AddLaunchTemplate(props, tags);
        }
        Resource = Make<Aws.Instance.Instance>(MainResourceId, new Aws.Instance.InstanceConfig
        {
            Ami = Emit.Text(props.ImageId),
            LaunchTemplate = !hasTemplate ? null : new Aws.Instance.InstanceLaunchTemplate { Id = TemplateAttribute("id"), Version = TemplateAttribute("latest_version") },
            InstanceType = Emit.Text(props.InstanceType),
            SubnetId = Emit.Text(props.Subnet.Id),
            VpcSecurityGroupIds = [.. props.SecurityGroups.Select(group => Emit.Text(group.Id)!)],
            AssociatePublicIpAddress = Emit.Boolean(props.PublicAddress),
            PrivateIp = Emit.Text(props.PrivateAddress),
            EnablePrimaryIpv6 = props.PrimaryIpv6Address.Is(false) ? null : Emit.Boolean(props.PrimaryIpv6Address),
            Ipv6AddressCount = props.PrimaryIpv6Address.Is(true) ? 1 : null,
            UserData = Emit.Text(props.UserData),
            UserDataBase64 = Emit.Text(props.UserDataBase64),
            UserDataReplaceOnChange = Emit.Boolean(props.UserDataReplaces),
            KeyName = Emit.Text(props.KeyName),
            IamInstanceProfile = Emit.Text(props.InstanceProfile),
            MetadataOptions = new Aws.Instance.InstanceMetadataOptions
            {
                HttpEndpoint = "enabled",
                HttpTokens = TokensOf(props.MetadataTokensRequired),
                HttpPutResponseHopLimit = Emit.Number(props.MetadataHopLimit),
            },
            RootBlockDevice = hasTemplate ? null : RootVolumeOf(props.RootVolume),
            VolumeTags = tags,
            Monitoring = Emit.Boolean(props.DetailedMonitoring),
            DisableApiTermination = Emit.Boolean(props.TerminationProtection),
            Tags = tags,
        });
        // Its user data run once, and may need them.
        Emit.DependsOn(Resource, [.. EgressRules.Of(groups)]);
    }

    /// <inheritdoc/>
    public Value<string> Id { get; }

    /// <summary>Its private IPv4 address.</summary>
    public Value<string> PrivateAddress { get; }

    /// <summary>What it was declared with.</summary>
    public InstanceProps Props { get; }

    InstanceProps? IInstance.Props => Props;

    /// <inheritdoc/>
    public Connections Connections { get; }

    /// <summary>The resource itself, for what this construct does not cover.</summary>
    public Aws.Instance.Instance Resource { get; }

    /// <inheritdoc/>
    public override string ToString() => LogicalId;

    private string TemplateAttribute(string attribute) => Expression.Attribute("aws_launch_template", LogicalId, attribute).Template;

    private void AddLaunchTemplate(InstanceProps props, IDictionary<string, string> tags)
    {
        var volume = props.RootVolume;
        Make<Aws.LaunchTemplate.LaunchTemplate>("template", new Aws.LaunchTemplate.LaunchTemplateConfig
        {
            NamePrefix = PrefixOf(AwsNames.LaunchTemplate, DefaultName, "instance"),
            ImageId = $"resolve:ssm:{Emit.Text(props.EffectiveImageParameter)}",
            BlockDeviceMappings = new[]
            {
                new Aws.LaunchTemplate.LaunchTemplateBlockDeviceMappings
                {
                    DeviceName = Emit.Text(volume.DeviceName) ?? AmazonLinux.RootDevice,
                    Ebs = new Aws.LaunchTemplate.LaunchTemplateBlockDeviceMappingsEbs
                    {
                        VolumeType = Emit.Member(volume.Type),
                        VolumeSize = Emit.Number(volume.SizeGib),
                        Iops = Emit.Number(volume.Iops),
                        Throughput = Emit.Number(volume.ThroughputMib),
                        Encrypted = Emit.BooleanAsText(volume.Encrypted),
                        KmsKeyId = Emit.Text(volume.KmsKeyArn),
                        DeleteOnTermination = "true",
                    },
                },
            },
            Tags = tags,
            Lifecycle = Emit.KeepsPrefix(),
        });
    }

    private static Aws.Instance.InstanceRootBlockDevice RootVolumeOf(RootVolumeProps volume) => new()
    {
        VolumeType = Emit.Member(volume.Type),
        VolumeSize = Emit.Number(volume.SizeGib),
        Iops = Emit.Number(volume.Iops),
        Throughput = Emit.Number(volume.ThroughputMib),
        Encrypted = Emit.Boolean(volume.Encrypted),
        KmsKeyId = Emit.Text(volume.KmsKeyArn),
        DeleteOnTermination = true,
    };

    private static string TokensOf(Value<bool> required) =>
        required.TryGetLiteral(out var isRequired) ? isRequired ? "required" : "optional" : Expression.Of($"{required} ? \"required\" : \"optional\"").Template;
}
