using System.Text;
using Orchestrator.Hcl;

namespace Orchestrator.Modules.Publishing;

/// <summary>Every file of a module's folder.</summary>
internal static class ModuleFiles
{
    private static readonly string[] Examples = ["minimal", "complete"];
    private static readonly string[] Syntaxes = ["hcl", "json"];

    /// <summary>The files by their paths, in alphabetical order.</summary>
    internal static IReadOnlyDictionary<string, byte[]> Of(PublishedModule module, string version)
    {
        var texts = Texts(module, version).Select(file => (file.Key, Content: Encoding.UTF8.GetBytes(file.Value)));
        var beside = Syntaxes.SelectMany(syntax => module.Files.Select(file => (Key: $"{syntax}/{file.Key}", Content: file.Value)));
        return new SortedDictionary<string, byte[]>(texts.Concat(beside).ToDictionary(file => file.Key, file => file.Content), StringComparer.Ordinal);
    }

    private static IReadOnlyDictionary<string, string> Texts(PublishedModule module, string version)
    {
        var files = new Dictionary<string, string>
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
