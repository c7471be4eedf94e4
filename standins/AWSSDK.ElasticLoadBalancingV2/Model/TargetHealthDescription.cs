namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>A target and its health.</summary>
public class TargetHealthDescription
{
    /// <summary>The port that is checked.</summary>
    public string? HealthCheckPort { get; set; }

    /// <summary>The target.</summary>
    public TargetDescription Target { get; set; } = new();

    /// <summary>Its health.</summary>
    public TargetHealth TargetHealth { get; set; } = new();
}
