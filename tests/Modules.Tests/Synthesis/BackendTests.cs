using System.Text.Json.Nodes;
using HashiCorp.Cdktf;
using Orchestrator.Modules.State;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Modules.Tests.Synthesis;

[Collection(nameof(Jsii))]
public sealed class BackendTests
{
    [Fact]
    public void State_in_S3_is_encrypted_and_locked()
    {
        var backend = JsonNode.Parse(Synthesized.Text(Manifests.Read("backend: { s3: { bucket: shop-state, kmsKeyId: alias/state } }")))!["terraform"]!["backend"]!;

        Assert.Equal("""{"s3":{"bucket":"shop-state","encrypt":true,"key":"shop/test/shop-test.tfstate","kms_key_id":"alias/state","region":"eu-central-1","use_lockfile":true}}""", backend.ToJsonString());
    }

    [Fact]
    public void A_server_is_asked_for_the_lock_where_the_state_is_unless_it_has_another_place() =>
        Assert.Equal(
            """{"http":{"address":"https://state.example.com/shop/shop-test","lock_address":"https://state.example.com/shop/shop-test","unlock_address":"https://state.example.com/shop/shop-test"}}""",
            JsonNode.Parse(Synthesized.Text(Manifests.Read("backend: { http: { address: \"https://state.example.com/shop/\" } }")))!["terraform"]!["backend"]!.ToJsonString());

    [Fact]
    public void The_backend_of_a_stack_that_is_composed_is_checked_too()
    {
        var app = new App(new AppConfig { Outdir = Path.Combine(Path.GetTempPath(), "never-written") });
        TerraformSettings.Apply(new TerraformStack(app, "composed"), "composed", new BackendProps { S3 = new() { Bucket = "Shop", Region = "eu-central-1" } });

        var failure = Assert.ThrowsAny<Exception>(app.Synth);

        Assert.Contains("error STATE282 composed.backend.s3.bucket is not legal: got \"Shop\"", failure.Message, StringComparison.Ordinal);
    }
}
