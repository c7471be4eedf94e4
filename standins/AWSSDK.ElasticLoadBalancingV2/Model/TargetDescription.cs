namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>A target.</summary>
public class TargetDescription
{
    /// <summary>An Availability Zone, or <c>all</c> for an address outside the VPC.</summary>
    public string? AvailabilityZone { get; set; }

    /// <summary>The address, for a group of type <c>ip</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The port, 1 to 65535; the group's own where it is null.</summary>
    public int? Port { get; set; }
}
