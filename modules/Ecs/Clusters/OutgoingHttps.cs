using Orchestrator.Modules.SecurityGroups;

namespace Orchestrator.Modules.Ecs.Clusters;

/// <summary>What instances and tasks need to reach: ECS, registries, CloudWatch, Secrets Manager, all over HTTPS.</summary>
internal static class OutgoingHttps
{
    internal static SecurityGroupRuleProps Rule { get; } = new() { Port = 443, CidrIpv4 = "0.0.0.0/0", Description = "HTTPS to AWS and to image registries" };
}
