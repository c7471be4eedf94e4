using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Orchestrator.Hcl.Tests;

public sealed class ProviderBlocksTests : IDisposable
{
    private static readonly string Kept = Repository.PathOf("hcl", "provider-blocks.json");
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("schema-");

    public void Dispose() => _directory.Delete(recursive: true);

    [TerraformFact]
    public void What_is_kept_of_the_schema_is_what_the_provider_says()
    {
        var terraform = new TerraformDirectory(_directory.FullName);
        File.WriteAllText(Path.Combine(_directory.FullName, "main.tf"), "terraform {\n  required_providers {\n    aws = {\n      source = \"hashicorp/aws\"\n    }\n  }\n}\n\nprovider \"aws\" {}\n");
        terraform.Run("init", "-input=false", "-no-color");
        var provider = JsonNode.Parse(terraform.Run("providers", "schema", "-json"))!["provider_schemas"]!["registry.terraform.io/hashicorp/aws"]!.AsObject();

        var blocks = ProviderBlocks.Of(provider, ProviderBlocks.Types).ToJsonString(Indented) + "\n";

        if (blocks != File.ReadAllText(Kept))
        {
            File.WriteAllText(Path.ChangeExtension(Kept, ".received.json"), blocks);
        }
        Assert.True(blocks == File.ReadAllText(Kept), "hcl/provider-blocks.received.json is what the provider says: look at it, then rename it to provider-blocks.json");
    }
}
