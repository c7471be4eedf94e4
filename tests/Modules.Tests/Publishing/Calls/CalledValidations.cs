using System.Text.Json.Nodes;
using Orchestrator.Modules.Publishing;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Modules.Tests.Publishing.Calls;

/// <summary>
/// What the validations of modules say of calls, as the real Terraform evaluates them: each is an output of a module that is its variables alone, so that one run without a provider tells
/// all of them of all calls. Terraform itself would tell those of one variable first, and those that look at several only when each is right.
/// </summary>
internal static class CalledValidations
{
    /// <summary>What is told of a call whose validation Terraform cannot evaluate, before the message: in its own words its user would read about functions and nulls.</summary>
    internal const string Undecided = "cannot be decided: ";

    /// <summary>The messages of the validations that each call does not meet, templates as they are written.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Messages(IReadOnlyList<(PublishedModule Module, JsonObject Variables)> calls)
    {
        var directory = Directory.CreateTempSubdirectory("calls-");
        try
        {
            var modules = calls.Select(call => call.Module).Distinct().ToDictionary(module => module, Validations);
            foreach (var (module, validations) in modules)
            {
                Write(directory.CreateSubdirectory(Path.Combine("modules", module.Name)), "module", Outcomes(module, validations));
                Write(directory, module.Name, Call(module));
                var own = calls.Index().Where(call => call.Item.Module == module).Select(call => KeyValuePair.Create($"{call.Index}", (JsonNode?)call.Item.Variables.DeepClone()));
                File.WriteAllText(Path.Combine(directory.FullName, $"{module.Name}.json"), new JsonObject(own).ToJsonString());
            }
            var terraform = new TerraformDirectory(directory.FullName);
            File.Delete(Path.Combine(directory.FullName, "test_override.tf.json"));
            terraform.Initialize();
            terraform.Run("plan", "-input=false", "-no-color", "-out=plan");
            var outcomes = JsonNode.Parse(terraform.Run("show", "-json", "plan"))!["planned_values"]!["outputs"]!.AsObject()
                .SelectMany(output => output.Value!["value"]!.AsObject()).ToDictionary(call => int.Parse(call.Key), call => call.Value!.AsArray());
            return [.. calls.Index().Select(call => Told(outcomes[call.Index], modules[call.Item.Module]))];
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<string> Told(JsonArray outcomes, IReadOnlyList<(string Condition, string Message)> validations) =>
        [.. outcomes.Select(told => $"{((bool)told!["undecided"]! ? Undecided : "")}{validations[(int)told["index"]!].Message}")];

    private static List<(string Condition, string Message)> Validations(PublishedModule module) =>
    [
        .. from variable in ModuleJson.Files(module)["variables"]["variable"]!.AsObject()
           from validation in variable.Value!["validation"] as JsonArray ?? []
           select (((string)validation!["condition"]!)[2..^1], (string)validation["error_message"]!),
    ];

    /// <summary>A module's variables, which accept anything of their types, and what its validations say of it.</summary>
    private static JsonObject Outcomes(PublishedModule module, IReadOnlyList<(string Condition, string Message)> validations)
    {
        var file = ModuleJson.Files(module)["variables"];
        foreach (var (_, variable) in file["variable"]!.AsObject())
        {
            variable!.AsObject().Remove("validation");
        }
        var met = string.Join(", ", validations.Select(validation => $"try({validation.Condition}, null)"));
        file["output"] = new JsonObject { ["told"] = new JsonObject { ["value"] = $"${{nonsensitive([for index, met in [{met}] : {{ index = index, undecided = met == null }} if met != true])}}" } };
        return file;
    }

    private static JsonObject Call(PublishedModule module)
    {
        var call = new JsonObject(module.Variables.Select(variable => KeyValuePair.Create(variable.Name, (JsonNode?)$"${{try(each.value.{variable.Name}, null)}}")))
        {
            ["source"] = $"./modules/{module.Name}",
            ["for_each"] = $"${{jsondecode(file(\"{module.Name}.json\"))}}",
        };
        return new JsonObject
        {
            ["module"] = new JsonObject { [module.Name] = call },
            ["output"] = new JsonObject { [module.Name] = new JsonObject { ["value"] = $"${{{{ for key, call in module.{module.Name} : key => call.told }}}}", ["sensitive"] = true } },
        };
    }

    private static void Write(DirectoryInfo directory, string name, JsonObject file) => File.WriteAllText(Path.Combine(directory.FullName, $"{name}.tf.json"), file.ToJsonString());
}
