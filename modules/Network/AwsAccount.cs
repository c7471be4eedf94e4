using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Network;

/// <summary>Numbers of AWS accounts.</summary>
internal static class AwsAccount
{
    internal static readonly TextMatching Constraint = new("^[0-9]{12}$", 12, "12 digits");
}
