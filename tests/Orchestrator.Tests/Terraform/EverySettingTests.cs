using System.Text.Json.Nodes;

namespace Orchestrator.Tests.Terraform;

public sealed class EverySettingTests : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>What is newer than the provider that is installed, the table of its attributes judges (ProviderAttributesTests).</summary>
    public static TheoryData<string> Manifests =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests", "Orchestrator.Tests", "Terraform"), "every-setting*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "every-setting-newer").Order(StringComparer.Ordinal)];

    public void Dispose() => _scratch.Dispose();

    [TerraformTheory]
    [MemberData(nameof(Manifests))]
    public void Every_setting_of_every_module_is_accepted_by_the_real_provider(string manifest)
    {
        var result = _scratch.Run("synth", Repository.PathOf("tests", "Orchestrator.Tests", "Terraform", $"{manifest}.yaml"));
        Assert.True(result.ExitCode == 0, result.Error);
        var stack = Assert.Single(Directory.GetDirectories(_scratch.PathOf("cdktf.out", "stacks")));
        var terraform = new TerraformDirectory(stack);

        // What AWS is asked for before a plan cannot be planned here.
        if (JsonNode.Parse(File.ReadAllText(Path.Combine(stack, "cdk.tf.json")))!["data"] is not null)
        {
            terraform.Validate();
            return;
        }
        var plan = terraform.Plan();
        Assert.NotEmpty(plan);
        Assert.All(plan, change => Assert.Equal("create", change.Value));
    }
}
