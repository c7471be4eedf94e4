using System.Net.Sockets;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Network;

/// <summary>What holds of the network that a manifest names.</summary>
internal static class NetworkRules
{
    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("NET177", "The CIDR blocks of a VPC and its subnets are of their family and in canonical form.", "The checks of addresses against the network would be wrong.", "EC2 CreateSubnetRequest.CidrBlock")
            .ForAll(CheckCidrBlocks),
        Rule.Error("NET178", "A VPC's id is \"vpc-\" with 8 or 17 hexadecimal digits behind it.", "Terraform plans with any string, and EC2 rejects it in the apply.", "EC2 resource ids")
            .Requires((NetworkProps network) => network.VpcId, ResourceId.Vpc, "copy the id from the VPC console or from its stack's output"),
        Rule.Error("NET179", "A subnet's id is \"subnet-\" with 8 or 17 hexadecimal digits behind it.", "Terraform plans with any string, and EC2 rejects it in the apply.", "EC2 resource ids")
            .Requires((Subnet subnet) => subnet.Id, ResourceId.Subnet, "copy the id from the VPC console or from its stack's output"),
        Rule.Error("NET290", "An Availability Zone is named as AWS names it: eu-central-1a.", "It becomes part of names in Terraform, and EC2 knows no other.", "EC2 Subnet.AvailabilityZone")
            .Requires((Subnet subnet) => subnet.AvailabilityZone, new TextMatching("^[a-z]{2,4}(-[a-z0-9]+)+$", 48, "lower-case letters, digits and hyphens such as eu-central-1a"), "give the zone's name, as aws ec2 describe-availability-zones tells it"),
        Rule.Error("NET191", "An AWS account's number is 12 digits, in quotes.", "Terraform refuses to run, with every account's credentials.", "aws provider, allowed_account_ids")
            .Requires((ManifestProps manifest) => manifest.AccountId, AwsAccount.Constraint, "copy the account's number from the console"),
    ];

    private static void CheckCidrBlocks(Model model, Report report)
    {
        foreach (var network in model.Of<NetworkProps>())
        {
            for (var index = 0; index < network.Props.CidrBlocks.Count; index++)
            {
                Check(report.At(network), $"cidrBlocks[{index}]", network.Props.CidrBlocks[index]);
            }
        }
        foreach (var subnet in model.Of<Subnet>())
        {
            Check(report.At(subnet), "cidrBlock", subnet.Props.CidrBlock);
            Check(report.At(subnet), "ipv6CidrBlock", subnet.Props.Ipv6CidrBlock, AddressFamily.InterNetworkV6);
        }
    }

    private static void Check(Report report, string property, Value<string>? block, AddressFamily family = AddressFamily.InterNetwork)
    {
        var name = family == AddressFamily.InterNetwork ? "IPv4" : "IPv6";
        if (block.IsLiteral(out var text) && CidrBlock.Mistake(text, family, $"name the {name} CIDR block", mayBeAddress: false) is var (what, fix))
        {
            report.Add(property, what, Quoted.Of(text), $"an {name} CIDR block in canonical form", fix);
        }
    }
}
