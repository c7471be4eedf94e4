using System.Text.Json.Nodes;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>Writes a configuration that calls published modules, each as often as there are calls of it.</summary>
internal static class ModuleCallsDirectory
{
    /// <summary>Writes calls, and the modules without what they ask AWS and of their variables.</summary>
    internal static void Write(string directory, IReadOnlyList<ModuleCall> calls)
    {
        foreach (var module in calls.Select(call => call.Module).Distinct())
        {
            var folder = Directory.CreateDirectory(Path.Combine(directory, "modules", module.Name)).FullName;
            foreach (var (index, file) in ModuleJson.Files(module).Values.Index())
            {
                WithoutQuestions(file);
                File.WriteAllText(Path.Combine(folder, $"{index}.tf.json"), ModuleJson.Text(file));
            }
            foreach (var (name, content) in module.Files)
            {
                File.WriteAllBytes(Path.Combine(folder, name), content);
            }
        }
        foreach (var module in calls.Select(call => call.Module).Distinct())
        {
            var call = new JsonObject(module.Variables.Select(variable => KeyValuePair.Create(variable.Name, (JsonNode?)$"${{try(each.value.{variable.Name}, null)}}")))
            {
                ["source"] = $"./modules/{module.Name}",
                ["for_each"] = $"${{jsondecode(file(\"{module.Name}.json\"))}}",
            };
            File.WriteAllText(Path.Combine(directory, $"{module.Name}.tf.json"), new JsonObject { ["module"] = new JsonObject { [module.Name] = call } }.ToJsonString());
        }
        WriteCalls(directory, calls, calls);
        File.WriteAllText(Path.Combine(directory, "main.tf.json"), """{ "provider": { "aws": [{ "region": "eu-central-1", "max_retries": 1 }] } }""");
    }

    /// <summary>Writes which of the calls there are.</summary>
    internal static void WriteCalls(string directory, IReadOnlyList<ModuleCall> calls, IReadOnlyList<ModuleCall> all)
    {
        foreach (var module in all.Select(call => call.Module).Distinct())
        {
            File.WriteAllText(Path.Combine(directory, $"{module.Name}.json"), new JsonObject(calls.Where(call => call.Module == module).Select(call => KeyValuePair.Create(call.Key, (JsonNode?)call.Variables.DeepClone()))).ToJsonString());
        }
    }

    /// <summary>Leaves out what is asked of AWS, and of the variables, which is looked at alone.</summary>
    private static void WithoutQuestions(JsonObject file)
    {
        file.Remove("data");
        foreach (var lifecycle in (file["resource"] as JsonObject ?? []).SelectMany(type => type.Value!.AsObject()).Select(resource => resource.Value!["lifecycle"]).OfType<JsonObject>())
        {
            lifecycle.Remove("precondition");
            lifecycle.Remove("postcondition");
        }
        foreach (var (_, variable) in file["variable"] as JsonObject ?? [])
        {
            variable!.AsObject().Remove("validation");
        }
    }
}
