using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>The alphabet that load balancers and target groups share for their names.</summary>
internal static class LoadBalancerName
{
    internal static readonly TextMatching Constraint = new("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$", 32, "1 to 32 letters, digits and hyphens, no hyphen at either end");
}
