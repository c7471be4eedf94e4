namespace Orchestrator.Modules.Iam;

/// <summary>A partition of AWS: regions with accounts, ARNs and DNS names of their own.</summary>
/// <param name="Id">What its ARNs begin with after <c>arn:</c>.</param>
/// <param name="RegionPrefix">What the names of its regions begin with; empty for the one that has all others.</param>
/// <param name="DnsSuffix">What the names of its services end with.</param>
/// <param name="DualStackSuffix">What the names of its registries of images end with where they have IPv6 too; null where AWS documents none.</param>
internal sealed record Partition(string Id, string RegionPrefix, string DnsSuffix, string? DualStackSuffix = null);

/// <summary>
/// The partitions, from the endpoint rules of AWS's SDK (npm @aws-sdk/core 3.981.2, partitions 1.1); registries with IPv6 from the guide of Amazon ECR, making requests to registries.
/// </summary>
internal static class Partitions
{
    /// <summary>All of them; the first one has the regions that no prefix of another is of.</summary>
    internal static IReadOnlyList<Partition> All { get; } =
    [
        new("aws", "", "amazonaws.com", "on.aws"),
        new("aws-cn", "cn-", "amazonaws.com.cn", "on.amazonwebservices.com.cn"),
        new("aws-eusc", "eusc-", "amazonaws.eu", "on.amazonwebservices.eu"),
        new("aws-iso", "us-iso-", "c2s.ic.gov"),
        new("aws-iso-b", "us-isob-", "sc2s.sgov.gov"),
        new("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk"),
        new("aws-iso-f", "us-isof-", "csp.hci.ic.gov"),
        new("aws-us-gov", "us-gov-", "amazonaws.com", "on.aws"),
    ];

    /// <summary>The partition of a region.</summary>
    internal static Partition Of(string region) => All.Skip(1).FirstOrDefault(partition => region.StartsWith(partition.RegionPrefix, StringComparison.Ordinal)) ?? All[0];
}
