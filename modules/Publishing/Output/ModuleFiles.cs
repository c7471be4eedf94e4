using Orchestrator.Hcl;

namespace Orchestrator.Modules.Publishing;

/// <summary>Every file of a module's folder.</summary>
internal static class ModuleFiles
{
    private static readonly string[] Examples = ["minimal", "complete"];

    /// <summary>The files by their paths, in alphabetical order.</summary>
    internal static IReadOnlyDictionary<string, string> Of(PublishedModule module, string version)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["CHANGELOG.md"] = ModuleText.Read(module.Name, "CHANGELOG.md"),
            ["LICENSE"] = ModuleText.License(),
            ["README.md"] = ModuleReadme.Of(module, version),
        };
        foreach (var (name, file) in ModuleJson.Files(module))
        {
            files[$"json/{name}.tf.json"] = ModuleJson.Text(file);
            files[$"hcl/{name}.tf"] = HclWriter.Write(file);
        }
        foreach (var example in Examples)
        {
            files[$"examples/{example}/main.tf"] = HclWriter.Write(ModuleExample.Of(module, example, "../../hcl"));
        }
        foreach (var (name, text) in ModuleTests.Files(module))
        {
            files[name] = text;
        }
        return files;
    }
}
