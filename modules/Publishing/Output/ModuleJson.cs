using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Hcl;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Modules.Publishing;

/// <summary>The files of a module's code, as Terraform's JSON syntax.</summary>
internal static class ModuleJson
{
    /// <summary>The first version that every resource and attribute in use is in. The caller decides on the highest.</summary>
    internal const string AwsProviderVersion = ">= 5.100.0";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files by their names without an ending.</summary>
    internal static IReadOnlyDictionary<string, JsonObject> Files(PublishedModule module)
    {
        var main = new JsonObject(module.Configuration.Where(section => section.Key != "output").Select(section => KeyValuePair.Create(section.Key, section.Value?.DeepClone())));
        if (module.Definition.Renames.Count > 0)
        {
            main["moved"] = new JsonArray([.. module.Definition.Renames.Select(rename => new JsonObject { ["from"] = rename.From, ["to"] = rename.To })]);
        }
        return new Dictionary<string, JsonObject>
        {
            ["main"] = main,
            ["outputs"] = new() { ["output"] = module.Configuration["output"]!.DeepClone() },
            ["variables"] = new() { ["variable"] = new JsonObject(module.Variables.Select(variable => KeyValuePair.Create(variable.Name, (JsonNode?)Variable(variable, module)))) },
            ["versions"] = new() { ["terraform"] = Terraform() },
        };
    }

    /// <summary>The versions that a module or an example asks for.</summary>
    internal static JsonObject Terraform() => new()
    {
        ["required_version"] = TerraformSettings.RequiredVersionOfModules,
        ["required_providers"] = new JsonObject { ["aws"] = new JsonObject { ["source"] = "hashicorp/aws", ["version"] = AwsProviderVersion } },
    };

    /// <summary>The text of a file.</summary>
    internal static string Text(JsonObject file) => file.ToJsonString(Indented) + "\n";

    private static JsonObject Variable(VariableAttribute variable, PublishedModule module)
    {
        var json = new JsonObject { ["type"] = TypeText.Of(variable.Type), ["description"] = VariableDescription.Of(variable) };
        if (!variable.IsRequired)
        {
            json["default"] = variable.Default?.DeepClone();
        }
        if (!variable.IsNullable)
        {
            json["nullable"] = false;
        }
        if (variable.IsSensitive)
        {
            json["sensitive"] = true;
        }
        var validations = Bound.Of(variable).Select(bound => (bound.Condition, Message: bound.MessageOf(module.Variables)))
            .Concat(module.Conditions.Where(condition => condition.Variable == variable.Name).Select(condition => (Parser.Expression(condition.Condition), Template.Escape(condition.Message))))
            .Select(validation => (Condition: Printer.Loops(NullElements.PassedOver(validation.Item1, module.Variables)), Message: validation.Item2))
            .Select(validation => new JsonObject { ["condition"] = $"${{{validation.Condition}}}", ["error_message"] = validation.Message })
            .ToList();
        if (validations.Count > 0)
        {
            json["validation"] = new JsonArray([.. validations]);
        }
        return json;
    }
}
