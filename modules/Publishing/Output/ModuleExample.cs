using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Publishing;

/// <summary>A root configuration that calls a module.</summary>
internal static class ModuleExample
{
    /// <summary>The configuration.</summary>
    /// <param name="module">The module.</param>
    /// <param name="example">Which of its examples.</param>
    /// <param name="source">Where its code is, seen from the example.</param>
    internal static JsonObject Of(PublishedModule module, string example, string source)
    {
        var label = module.Name.Replace('-', '_');
        var call = new JsonObject { ["source"] = source };
        foreach (var (name, value) in ModuleText.Example(module.Name, example))
        {
            call[name] = value?.DeepClone();
        }
        return new JsonObject
        {
            ["terraform"] = ModuleJson.Terraform(),
            ["provider"] = new JsonObject { ["aws"] = new JsonObject { ["region"] = "eu-central-1" } },
            ["module"] = new JsonObject { [label] = call },
            ["output"] = new JsonObject { [label] = new JsonObject { ["value"] = $"${{module.{label}}}", ["description"] = "What the module gives." } },
        };
    }
}
