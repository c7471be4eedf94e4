using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Iam;

/// <summary>Prefixes of the names of roles, which are of one account and not of one region.</summary>
internal static class RoleName
{
    /// <summary>AWS's limit of 64 less the 26 characters that the provider appends.</summary>
    private const int LongestPrefix = 38;

    /// <summary>A prefix that keeps the purpose where the name must be cut.</summary>
    internal static string PrefixOf(string name, string purpose) => $"{PhysicalName.Cut(PhysicalName.Of(name), RoomFor(purpose))}-{purpose}-";

    /// <summary>The same for the name of a construct, which in a module only Terraform knows.</summary>
    internal static string PrefixOf(ModuleConstruct owner, string purpose) => $"{owner.Cut(PhysicalName.Of(owner.LogicalId), RoomFor(purpose))}-{purpose}-";

    private static int RoomFor(string purpose) => LongestPrefix - purpose.Length - 2;
}
