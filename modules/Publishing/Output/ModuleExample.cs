using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Publishing;

/// <summary>A root configuration that calls a module.</summary>
internal static class ModuleExample
{
    /// <summary>The configuration. What is sensitive comes from variables of its own.</summary>
    /// <param name="module">The module.</param>
    /// <param name="example">Which of its examples.</param>
    /// <param name="source">Where its code is, seen from the example.</param>
    internal static JsonObject Of(PublishedModule module, string example, string source)
    {
        var label = module.Name.Replace('-', '_');
        var call = new JsonObject { ["source"] = source };
        var variables = new JsonObject();
        foreach (var (name, value) in ModuleText.Example(module.Name, example))
        {
            if (module.Variables.First(variable => variable.Name == name) is { IsSensitive: true } secret)
            {
                call[name] = $"${{var.{name}}}";
                variables[name] = new JsonObject { ["type"] = TypeText.Of(secret.Type), ["description"] = secret.Description, ["sensitive"] = true };
            }
            else
            {
                call[name] = value?.DeepClone();
            }
        }
        var configuration = new JsonObject
        {
            ["terraform"] = ModuleJson.Terraform(),
            ["provider"] = new JsonObject { ["aws"] = new JsonObject { ["region"] = "eu-central-1" } },
        };
        if (variables.Count > 0)
        {
            configuration["variable"] = variables;
        }
        configuration["module"] = new JsonObject { [label] = call };
        configuration["output"] = new JsonObject { [label] = new JsonObject { ["value"] = $"${{module.{label}}}", ["description"] = "What the module gives." } };
        return configuration;
    }
}
