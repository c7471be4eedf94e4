using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>What holds of clusters and of their capacity providers.</summary>
internal static class ClusterRules
{
    private static readonly TextMatching Name = new("^[A-Za-z0-9_-]{1,255}$", 255, "1 to 255 letters, digits, hyphens and underscores");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("CAP252", "A cluster's name has 1 to 255 letters, digits, hyphens and underscores; its log group for ECS Exec keeps its events for a number of days that CloudWatch Logs has.", "CreateCluster or PutRetentionPolicy rejects it.", "ECS CreateClusterRequest.clusterName; CloudWatch Logs PutRetentionPolicyRequest")
            .For<EcsClusterProps>(CheckCluster),
        Rule.Error("CAP141", "A capacity provider's name has 1 to 255 letters, digits, hyphens and underscores, and does not begin with aws, ecs or fargate.", "CreateCapacityProvider rejects it.", "ECS CreateCapacityProviderRequest.name; CDK")
            .ForAll(CheckNames),
        Rule.Error("CAP142", "Managed termination protection needs managed scaling, and instances that are protected from scale-in.", "CreateCapacityProvider rejects it.", "ECS AutoScalingGroupProvider.managedTerminationProtection")
            .For<AutoScalingGroupProps>(CheckProtection),
        Rule.Error("CAP143", "Managed scaling aims at 1 to 100 percent, in steps of 1 to 10,000 instances, the least not above the most, after 0 to 10,000 seconds.", "CreateCapacityProvider rejects it.", "ECS ManagedScaling")
            .For<AutoScalingGroupProps>(CheckScaling),
        Rule.Error("CAP253", "An Auto Scaling group has a subnet, at most five security groups, a size of 0 or more that is not above its largest, and disks that hold the AMI.", "CreateAutoScalingGroup or RunInstances rejects it.", "Auto Scaling CreateAutoScalingGroup; EC2 LaunchTemplateEbsBlockDeviceRequest.VolumeSize")
            .For<AutoScalingGroupProps>(CheckGroup),
    ];

    private static void CheckCluster(EcsClusterProps cluster, Report report)
    {
        if (cluster.Name.IsLiteral(out var name) && !Name.Accepts(name))
        {
            report.Add("name", Name.Violation, Quoted.Of(name), Name.Allowed, "choose another name, or remove it to get one of the stack's and its own");
        }
        if (cluster.ExecuteCommand is { } exec && LogRetention.Mistake(exec.LogGroup) is { } days)
        {
            report.Add("executeCommand.logGroup.retentionDays", "is not one that CloudWatch Logs has", days, LogRetention.Allowed, "use one of them");
        }
    }

    private static void CheckNames(Model model, Report report)
    {
        foreach (var name in ResourceNames.Of(model).Where(name => name.Kind == AwsNames.CapacityProvider))
        {
            CheckName(name, report.At(name.Owner));
        }
    }

    private static void CheckName(NamedResource provider, Report report)
    {
        var (property, name) = (provider.Property, provider.Text);
        if (AwsNames.CapacityProvider.Reserved.FirstOrDefault(word => name.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } reserved)
        {
            report.Add(property, $"has a name that begins with \"{reserved}\"", Quoted.Of(name), "a name that begins with something else than aws, ecs and fargate", "choose another name");
        }
        else if (!Name.Accepts(name))
        {
            report.Add(property, Name.Violation, Quoted.Of(name), Name.Allowed, "choose another name");
        }
    }

    private static void CheckProtection(AutoScalingGroupProps group, Report report)
    {
        if (!group.ManagedTerminationProtection.Is(true))
        {
            return;
        }
        if (group.ManagedScaling.Enabled.Is(false))
        {
            report.Add("managedTerminationProtection", "needs managed scaling", "true with managedScaling.enabled: false", "false without managed scaling", "set it to false, or leave managed scaling on");
        }
        if (group.ProtectFromScaleIn.Is(false))
        {
            report.Add("managedTerminationProtection", "needs instances that are protected from scale-in", "true with protectFromScaleIn: false", "false without protectFromScaleIn", "set it to false, or leave protectFromScaleIn on");
        }
    }

    private static void CheckScaling(AutoScalingGroupProps group, Report report)
    {
        var scaling = group.ManagedScaling;
        Check("targetCapacityPercent", scaling.TargetCapacityPercent, new NumberBetween(1, 100, "percent"));
        Check("minimumScalingStep", scaling.MinimumScalingStep, new NumberBetween(1, 10_000, "instances"));
        Check("maximumScalingStep", scaling.MaximumScalingStep, new NumberBetween(1, 10_000, "instances"));
        Check("instanceWarmupSeconds", scaling.InstanceWarmupSeconds, new NumberBetween(0, 10_000, "seconds"));
        if (scaling.MinimumScalingStep.TryGetLiteral(out var minimum) && scaling.MaximumScalingStep.TryGetLiteral(out var maximum) && minimum > maximum)
        {
            report.Add("managedScaling.minimumScalingStep", "is above the maximum", $"{minimum}", $"at most {maximum}", "lower it, or raise maximumScalingStep");
        }

        void Check(string property, Value<int> value, NumberBetween bounds)
        {
            if (value.TryGetLiteral(out var number) && !bounds.Accepts(number))
            {
                report.Add($"managedScaling.{property}", bounds.Violation, $"{number}", bounds.Allowed, "use a value that is allowed");
            }
        }
    }

    private static void CheckGroup(AutoScalingGroupProps group, Report report)
    {
        if (group.Subnets.Count == 0)
        {
            report.Add("subnets", "has no subnet", null, "at least one", "name the subnets of the instances");
        }
        if (group.SecurityGroups.Count > 5)
        {
            report.Add("securityGroups", "are too many", $"{group.SecurityGroups.Count}", "at most 5", "merge some");
        }
        if (group.MinSize.TryGetLiteral(out var minimum) && (minimum < 0 || (group.MaxSize.TryGetLiteral(out var maximum) && minimum > maximum)))
        {
            report.Add("minSize", "is not a size that the group can have", $"{minimum}", $"0 to {group.MaxSize}", "lower it, or raise maxSize");
        }
        if (group.VolumeSizeGiB.TryGetLiteral(out var size) && size is < 30 or > 16_384)
        {
            report.Add("volumeSizeGiB", "is not a size that holds the AMI", $"{size}", "30 to 16384 GiB", "use a size that is allowed, or remove it");
        }
    }
}
