using System.Text.Json.Nodes;

namespace Orchestrator.Tests.Deploy;

/// <summary>CDKTF's own command line over the same output.</summary>
public sealed class CdktfTests : IDisposable
{
    private readonly WrittenApp _app = new();

    public void Dispose() => _app.Dispose();

    [CdktfFact]
    public void Stacks_are_deployed_in_their_order_shown_and_destroyed()
    {
        _app.BaseAndWeb("1");
        Note("base", """{ "base": { "a": "a" } }""");
        Note("web", "{}");
        Install("cp -r app/. $CDKTF_OUTDIR");

        var deployed = Cdktf("deploy", "web", "base", "--auto-approve", "--outputs-file", "outputs.json");
        Assert.True(deployed.ExitCode == 0, deployed.Output + deployed.Error);
        Assert.Equal("""{"base":{"a":"1"}}""", JsonNode.Parse(_app.Scratch.Read("outputs.json"))!.ToJsonString());
        Assert.Equal(("1", "1"), (_app.Local("base")["a"], _app.Local("web")["b"]));
        Assert.Contains("a = 1", Cdktf("output", "base").Output, StringComparison.Ordinal);
        Assert.Contains("No changes.", Cdktf("diff", "web").Output, StringComparison.Ordinal);
        // The reviewed apply works on the same directories and states.
        Assert.Equal((0, ""), (_app.Run("plan", "--synthesized", "cdktf.out").ExitCode, _app.Run("plan", "--synthesized", "cdktf.out").Error));
        var destroyed = Cdktf("destroy", "base", "web", "--auto-approve");
        Assert.True(destroyed.ExitCode == 0, destroyed.Output + destroyed.Error);
        Assert.Empty(_app.Local("base"));
    }

    [CdktfFact]
    public void It_synthesizes_what_cdktf_json_names()
    {
        File.Copy(Scratch.Example("fargate-alb"), _app.Scratch.PathOf("web.yaml"));
        Install($"{string.Join(' ', Scratch.Command)} synth web.yaml");

        var result = Cdktf("synth");

        Assert.True(result.ExitCode == 0, result.Output + result.Error);
        Assert.Contains("fargate-alb-demo", result.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_app.Scratch.PathOf("cdktf.out", "stacks", "fargate-alb-demo", "cdk.tf.json")));
    }

    /// <summary>What CDKTF writes into a configuration for its own command line.</summary>
    private void Note(string stack, string outputs)
    {
        var file = $"{WrittenApp.Directory}/stacks/{stack}/cdk.tf.json";
        var configuration = JsonNode.Parse(_app.Scratch.Read(file))!;
        configuration["//"] = new JsonObject { ["metadata"] = new JsonObject { ["backend"] = "local", ["stackName"] = stack, ["version"] = "0.21.0" }, ["outputs"] = JsonNode.Parse(outputs) };
        _app.Scratch.Write(file, configuration.ToJsonString());
    }

    private void Install(string synthesis)
    {
        _app.Scratch.Write("cdktf.json", new JsonObject { ["language"] = "csharp", ["app"] = synthesis, ["sendCrashReports"] = "false" }.ToJsonString());
        Directory.CreateSymbolicLink(_app.Scratch.PathOf("node_modules"), CdktfFactAttribute.Install());
    }

    private ProcessResult Cdktf(params IReadOnlyList<string> arguments) => Processes.Run("npx", ["--no-install", "cdktf", .. arguments], _app.Scratch.Root, new Dictionary<string, string?>
    {
        ["CI"] = "1",
        ["CHECKPOINT_DISABLE"] = "1",
        ["FORCE_COLOR"] = "0",
        ["TF_CLI_CONFIG_FILE"] = null,
        ["TF_WORKSPACE"] = null,
        ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "18,19,20,21,22,23,24",
    });
}
