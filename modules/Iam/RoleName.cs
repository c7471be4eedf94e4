using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Iam;

/// <summary>Prefixes of the names of roles, which are of one account and not of one region.</summary>
internal static class RoleName
{
    /// <summary>AWS's limit of 64 less the 26 characters that the provider appends.</summary>
    private const int LongestPrefix = 38;

    /// <summary>A prefix that keeps the purpose where the name must be cut.</summary>
    internal static string PrefixOf(string name, string purpose)
    {
        var end = $"-{purpose}-";
        var room = LongestPrefix - end.Length;
        return PhysicalName.Of(name.Length <= room ? name : name[..room]).TrimEnd('-') + end;
    }
}
