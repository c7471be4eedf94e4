using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Ecs;

/// <summary>What tasks run on.</summary>
public enum LaunchType
{
    /// <summary>Capacity that AWS looks after.</summary>
    [JsonStringEnumMemberName("FARGATE")]
    Fargate,

    /// <summary>The cluster's own instances.</summary>
    [JsonStringEnumMemberName("EC2")]
    Ec2,
}
