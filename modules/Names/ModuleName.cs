using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Names;

/// <summary>Names in a published module: its caller gives the whole name, and Terraform cuts it.</summary>
internal static class ModuleName
{
    /// <summary>No caller's name is longer, with what is put behind it.</summary>
    private const int Longest = 128;

    /// <summary>The beginning of a name that the provider makes unique.</summary>
    /// <param name="kind">What AWS wants of the name.</param>
    /// <param name="own">The caller's name.</param>
    /// <param name="purpose">What it is for; empty where the name says so.</param>
    internal static string PrefixOf(AwsName kind, string own, string purpose)
    {
        var end = purpose.Length == 0 ? "-" : $"-{purpose}-";
        var room = GeneratedName.RoomFor(kind, end);
        Value<string> name = kind.IsLowerCase ? Expression.Of($"lower({Syntaxes.OfLiteral(own)})") : PhysicalName.Of(own);
        return room >= Longest ? $"{name}{end}" : $"{PhysicalName.CutByTerraform(name, room).Template}{end}";
    }
}
