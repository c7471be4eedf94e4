using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Iam;

/// <summary>What holds of the names of roles.</summary>
internal static class RoleRules
{
    /// <summary>A role's name.</summary>
    internal static readonly TextMatching Name = new(@"^[A-Za-z0-9+=,.@_-]+$", 64, "1 to 64 letters, digits and the characters +=,.@_-");
}
