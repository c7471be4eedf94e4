using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;

namespace Orchestrator.Modules.Catalogue;

/// <summary>The forms of the ids that AWS gives, and the properties that hold one.</summary>
internal static class ResourceIds
{
    /// <summary>A rule may name a group of a peered VPC in another account.</summary>
    private static readonly TextMatching SecurityGroup = new("^([0-9]{12}/)?sg-([0-9a-f]{8}|[0-9a-f]{17})$", 33, "\"sg-\" and 8 or 17 hexadecimal digits");

    private static readonly PropertyForms Forms = new(
        (typeof(ExistingSecurityGroup), nameof(ExistingSecurityGroup.Id), SecurityGroup),
        (typeof(ExistingInstance), nameof(ExistingInstance.Id), ResourceId.Ec2("i")),
        (typeof(ExistingSubnet), nameof(ExistingSubnet.Id), ResourceId.Subnet),
        (null, "VpcId", ResourceId.Vpc),
        (null, "PrefixListId", ResourceId.Ec2("pl")),
        (null, "FileSystemId", Efs("fs")),
        (null, "AccessPointId", Efs("fsap")));

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("NET343", "Ids of security groups, instances, subnets, VPCs, prefix lists, file systems and access points have the form that AWS gives them.", "Terraform plans with any string, and AWS rejects it in the apply.", "EC2 resource ids; ECS EFSVolumeConfiguration.fileSystemId")
            .ForAll(Check)
            .Forming(Forms.Of),
    ];

    private static TextMatching Efs(string prefix) => new($"^{prefix}-[0-9a-f]{{8,40}}$", prefix.Length + 41, $"\"{prefix}-\" and 8 to 40 hexadecimal digits");

    private static void Check(Model model, Report report)
    {
        // NET178 has the network's own id, which is everywhere else unless another one is named.
        var network = model.Of<NetworkProps>().FirstOrDefault()?.Props.VpcId;
        foreach (var declaration in model.Declarations.Where(declaration => declaration.Props is not NetworkProps))
        {
            foreach (var value in declaration.Values)
            {
                if (value.Value.Literal is string id && Forms.Of(value.Owner, value.Property) is { } form && !form.Accepts(id) && network?.Is(id) != true)
                {
                    report.At(declaration).Add(value.Path, "is not such an id", Quoted.Of(id), form.Allowed, "copy the id from the console or from its stack's output");
                }
            }
        }
    }
}
