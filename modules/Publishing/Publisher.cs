using System.Security.Cryptography;
using Orchestrator.Modules.Functions;

namespace Orchestrator.Modules.Publishing;

/// <summary>Makes what is published.</summary>
public static class Publisher
{
    /// <summary>The names of all modules, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. ModuleCatalogue.All.Select(definition => definition.Name)];

    /// <summary>Makes modules.</summary>
    /// <param name="names">Their names.</param>
    /// <param name="packages">Gives the zip of the sync function for an architecture; asked only where a module has the function.</param>
    /// <param name="replay">Is told what the native engine does not know, before node does all of it.</param>
    /// <exception cref="InvalidOperationException">A definition has a mistake.</exception>
    public static IReadOnlyList<Publication> Make(IReadOnlyList<string> names, Func<FunctionArchitecture, FunctionPackage> packages, Action<string>? replay = null) =>
        [.. ModuleSynthesis.Run([.. ModuleCatalogue.All.Where(definition => names.Contains(definition.Name))], packages, replay: replay).Select(Make)];

    private static Publication Make(PublishedModule module)
    {
        var version = ModuleVersion.In(ModuleText.Read(module.Name, "CHANGELOG.md"));
        var files = ModuleFiles.Of(module, $"{version}");
        var archive = ModuleArchive.Of(files);
        return new Publication(module.Name, version, files, archive, Convert.ToHexStringLower(SHA256.HashData(archive)));
    }
}
