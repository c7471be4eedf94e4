using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Network;

/// <summary>The forms of the ids that AWS gives to what it makes.</summary>
internal static class ResourceId
{
    /// <summary>The VPC's.</summary>
    internal static readonly TextMatching Vpc = Ec2("vpc");

    /// <summary>The subnet's.</summary>
    internal static readonly TextMatching Subnet = Ec2("subnet");

    /// <summary>An id of EC2: a prefix, and 8 digits in what is old or 17.</summary>
    internal static TextMatching Ec2(string prefix) => new($"^{prefix}-([0-9a-f]{{8}}|[0-9a-f]{{17}})$", prefix.Length + 18, $"\"{prefix}-\" and 8 or 17 hexadecimal digits");
}
