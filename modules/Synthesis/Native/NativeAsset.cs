namespace Orchestrator.Modules.Synthesis;

/// <summary>A file that a configuration names, and of which it gets a copy beside it.</summary>
/// <param name="Source">The file.</param>
/// <param name="Hash">What tells it from another version.</param>
internal sealed record NativeAsset(string Source, string Hash)
{
    /// <summary>Where the copy is, from the configuration.</summary>
    /// <param name="name">The name that CDKTF gives the asset.</param>
    internal string PathOf(string name) => $"assets/{name}/{Hash}/{Path.GetFileName(Source)}";
}
