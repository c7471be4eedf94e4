namespace Orchestrator.Cli.Init;

/// <summary>A VPC that exists already.</summary>
/// <param name="VpcId">Its id.</param>
/// <param name="CidrBlocks">Its IPv4 CIDR blocks; those of its subnets where only they are known.</param>
/// <param name="Subnets">Its subnets by the names that a manifest gives them, public ones first, by Availability Zone.</param>
internal sealed record FoundNetwork(string VpcId, IReadOnlyList<string> CidrBlocks, IReadOnlyList<FoundSubnet> Subnets)
{
    /// <summary>The first subnet of each zone, of the kind that is asked for.</summary>
    internal IReadOnlyList<FoundSubnet> OfEachZone(bool isPublic) => [.. Subnets.Where(subnet => subnet.IsPublic == isPublic).DistinctBy(subnet => subnet.AvailabilityZone)];
}

/// <summary>A subnet.</summary>
/// <param name="Name">Its name in a manifest.</param>
/// <param name="Id">Its id.</param>
/// <param name="AvailabilityZone">Its zone.</param>
/// <param name="CidrBlock">Its IPv4 CIDR block.</param>
/// <param name="IsPublic">Whether instances in it get public addresses.</param>
internal sealed record FoundSubnet(string Name, string Id, string AvailabilityZone, string CidrBlock, bool IsPublic);
