using System.Text;
using System.Text.Json.Nodes;
using Orchestrator.Hcl;

namespace Orchestrator.Modules.Publishing;

/// <summary>A module's README, in the tables that people know from terraform-docs.</summary>
internal static class ModuleReadme
{
    /// <summary>The text.</summary>
    internal static string Of(PublishedModule module, string version)
    {
        var usage = new JsonObject { ["module"] = ModuleExample.Of(module, "minimal", $"git::https://git.example.com/modules.git//{module.Name}/hcl?ref={module.Name}-{version}")["module"]!.DeepClone() };
        var text = new StringBuilder($"""
            # {module.Name}

            {module.Definition.Purpose}

            {ModuleText.Read(module.Name, "about.md").Trim()}

            ## Usage

            ```hcl
            {HclWriter.Write(usage).TrimEnd()}
            ```

            `hcl/` and `json/` are the same module in both of Terraform's syntaxes. More in [examples/minimal](examples/minimal/main.tf) and
            [examples/complete](examples/complete/main.tf). In `tests/`, `terraform init && terraform test` runs the module's own tests, without an
            account.

            ## Requirements

            | Name | Version |
            |------|---------|
            | terraform | {Synthesis.TerraformSettings.RequiredVersionOfModules} |
            | aws | {ModuleJson.AwsProviderVersion} |

            ## Resources

            | Name | Type |
            |------|------|

            """);
        foreach (var (address, kind) in Resources(module.Configuration))
        {
            text.Append($"| {address} | {kind} |\n");
        }
        if (module.ResourceConditions.Count > 0)
        {
            AppendConditions(module, text);
        }
        text.Append("\n## Inputs\n\n| Name | Description | Type | Default | Required |\n|------|-------------|------|---------|:--------:|\n");
        foreach (var variable in module.Variables.OrderBy(variable => !variable.IsRequired))
        {
            text.Append($"| {variable.Name} | {Cell(VariableDescription.Of(variable))} | {Type(TypeText.Of(variable.Type))} | {(variable.IsRequired ? "n/a" : $"`{TypeText.Default(variable.Default)}`")} | {(variable.IsRequired ? "yes" : "no")} |\n");
        }
        text.Append("\n## Outputs\n\n| Name | Description |\n|------|-------------|\n");
        foreach (var (name, output) in module.Configuration["output"]!.AsObject())
        {
            text.Append($"| {name} | {Cell(output!["description"]!.GetValue<string>())} |\n");
        }
        return text.ToString();
    }

    private static void AppendConditions(PublishedModule module, StringBuilder text)
    {
        text.Append("\n## Conditions on what exists\n\nTerraform looks at them when it plans, or as soon as what they are about is known:\n\n| Resource | Condition |\n|----------|-----------|\n");
        foreach (var (address, message) in module.ResourceConditions.Select(condition => (condition.Address, condition.Message!)).Distinct())
        {
            text.Append($"| {address} | {Cell(message)} |\n");
        }
        var actions = module.DataSources.SelectMany(source => source.Actions).Distinct().Order(StringComparer.Ordinal).ToList();
        if (actions.Count > 0)
        {
            text.Append($"\nA plan takes the {(actions.Count == 1 ? "permission" : "permissions")} `{string.Join("`, `", actions)}`.\n");
        }
        if (module.DataSources.Any(source => source.HasAnswer))
        {
            text.Append($"\nIn tests of your own an acted provider answers so that they hold:\n\n```hcl\n{HclWriter.Write(new JsonObject { ["mock_provider"] = ModuleTests.Provider(module) })}```\n");
        }
    }

    private static IEnumerable<(string Address, string Kind)> Resources(JsonObject configuration) =>
        new[] { ("data", "data source"), ("resource", "resource") }.SelectMany(kind => (configuration[kind.Item1]?.AsObject() ?? [])
            .SelectMany(type => type.Value!.AsObject().Select(resource => ($"{type.Key}.{resource.Key}", kind.Item2))));

    private static string Cell(string text) => text.TrimEnd().Replace("|", "\\|").Replace("\n", "<br/>");

    private static string Type(string type) => type.Contains('\n') ? $"<pre>{type.Replace("|", "\\|").Replace("\n", "<br/>")}</pre>" : $"`{type}`";
}
