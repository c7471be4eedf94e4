using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Tests.Terraform;

namespace Orchestrator.Review.Tests.RealPlans;

/// <summary>
/// Every case, planned by the real Terraform with the real provider: each is a module of one configuration, so that two plans make them
/// all. The first plan, of what is before, becomes the state of the second.
/// </summary>
public sealed class PlannedCases : IDisposable
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, IndentSize = 1, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("review-cases-");
    private readonly Lazy<JsonNode> _plan;

    public PlannedCases() => _plan = new(Make);

    /// <summary>The plan of one case, as if it stood alone in the root module.</summary>
    internal string Of(string name)
    {
        var address = $"module.{name}";
        var changes = _plan.Value["resource_changes"]!.AsArray().Where(change => (string?)change!["module_address"] == address);
        var text = new JsonObject
        {
            ["format_version"] = _plan.Value["format_version"]!.DeepClone(),
            ["terraform_version"] = _plan.Value["terraform_version"]!.DeepClone(),
            ["resource_changes"] = new JsonArray([.. changes.Select(change => change!.DeepClone())]),
            ["configuration"] = new JsonObject { ["root_module"] = _plan.Value["configuration"]!["root_module"]!["module_calls"]![name]!["module"]!.DeepClone() },
            ["complete"] = true,
        }.ToJsonString(Readable);
        return text.Replace($"{address}.", "", StringComparison.Ordinal).Replace($"  \"module_address\": \"{address}\",\n", "", StringComparison.Ordinal);
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private JsonNode Make()
    {
        Write(CaseFile.Before);
        var terraform = new TerraformDirectory(_directory.FullName);
        terraform.Run("init", "-input=false", "-no-color");
        terraform.Run("plan", "-input=false", "-no-color", "-out=before");
        File.WriteAllText(Path.Combine(_directory.FullName, "terraform.tfstate"), FabricatedState.Of(terraform.Run("show", "-json", "before")));
        Write(CaseFile.After);
        terraform.Run("plan", "-input=false", "-no-color", "-refresh=false", "-out=after");
        return JsonNode.Parse(terraform.Run("show", "-json", "after"))!;
    }

    private void Write(Func<string, string> side)
    {
        foreach (var name in CaseFile.Names)
        {
            Directory.CreateDirectory(Path.Combine(_directory.FullName, name));
            File.WriteAllText(Path.Combine(_directory.FullName, name, "main.tf"), side(name));
        }
        File.WriteAllText(Path.Combine(_directory.FullName, "main.tf"), string.Join('\n', CaseFile.Names.Select(name => $"module \"{name}\" {{\n  source = \"./{name}\"\n}}\n").Append("provider \"aws\" {\n  region = \"eu-central-1\"\n}\n")));
    }
}
