namespace Orchestrator.Tests.Commands;

public sealed class SynthTests : IDisposable
{
    private const string Stack = "stacks/fargate-alb-demo/cdk.tf.json";
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public Task It_prints_what_it_made_and_where()
    {
        var result = _scratch.Run("synth", Scratch.Example("fargate-alb"));

        Assert.Equal(0, result.ExitCode);
        Assert.Empty(result.Error);
        return Verify(result.Output, Snapshots.Settings);
    }

    [Fact]
    public Task It_prints_services_and_tasks() => Verify(_scratch.Run("synth", Scratch.Example("ecs-services")).Output, Snapshots.Settings);

    [Fact]
    public void Two_syntheses_in_different_directories_give_the_same_bytes()
    {
        using var elsewhere = new Scratch();
        File.Copy(Scratch.Example("fargate-alb"), elsewhere.PathOf("copy.yaml"));

        _scratch.Run("synth", Scratch.Example("fargate-alb"));
        elsewhere.Run("synth", "copy.yaml", "--out", "some/other/place");

        Assert.Equal(File.ReadAllBytes(_scratch.PathOf("cdktf.out", Stack)), File.ReadAllBytes(elsewhere.PathOf("some/other/place", Stack)));
        Assert.Equal(File.ReadAllBytes(_scratch.PathOf("cdktf.out", "manifest.json")), File.ReadAllBytes(elsewhere.PathOf("some/other/place", "manifest.json")));
    }

    [Fact]
    public void A_manifest_with_errors_leaves_the_output_of_before_as_it_is()
    {
        _scratch.Run("synth", Scratch.Example("fargate-alb"));
        var before = _scratch.Read("cdktf.out", Stack);
        var broken = _scratch.Write("broken.yaml", File.ReadAllText(Scratch.Example("fargate-alb")).Replace("port: 8080", "port: 80800"));

        var result = _scratch.Run("synth", broken);

        Assert.Equal(3, result.ExitCode);
        Assert.Empty(result.Output);
        Assert.StartsWith("error TG035 broken.yaml:27:11: targetGroups.demo-ecs-alb-target-group.port is out of range: got 80800, allowed 1 to 65535", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("error: 1 error, 0 warnings, 1 suppressed in 1 manifest; nothing is synthesized\n", result.Error, StringComparison.Ordinal);
        Assert.Equal(before, _scratch.Read("cdktf.out", Stack));
    }

    [Fact]
    public void A_manifest_with_errors_makes_no_output_directory()
    {
        _scratch.Run("synth", _scratch.Write("broken.yaml", "app: web"));

        Assert.False(Directory.Exists(_scratch.PathOf("cdktf.out")));
    }

    [Fact]
    public void Files_of_others_in_the_output_directory_stay()
    {
        _scratch.Write("out/notes.txt", "mine");
        _scratch.Write("out/stacks/fargate-alb-demo/terraform.tfvars", "mine too");

        _scratch.Run("synth", Scratch.Example("fargate-alb"), "--out", "out");

        Assert.Equal("mine", _scratch.Read("out/notes.txt"));
        Assert.Equal("mine too", _scratch.Read("out/stacks/fargate-alb-demo/terraform.tfvars"));
    }

    [Fact]
    public void The_configuration_of_a_stack_that_is_gone_is_removed()
    {
        var renamed = _scratch.Write("renamed.yaml", File.ReadAllText(Scratch.Example("fargate-alb")).Replace("environment: demo", "environment: test"));
        _scratch.Run("synth", Scratch.Example("fargate-alb"));

        _scratch.Run("synth", renamed);

        Assert.False(File.Exists(_scratch.PathOf("cdktf.out", Stack)));
        Assert.True(File.Exists(_scratch.PathOf("cdktf.out", "stacks/fargate-alb-test/cdk.tf.json")));
    }

    [Fact]
    public void What_a_stack_packs_no_more_is_removed()
    {
        var manifest = _scratch.Write("edge.yaml", File.ReadAllText(Scratch.Example("static-ip-lambda")));
        var assets = _scratch.PathOf("cdktf.out", "stacks/static-ip-lambda-demo/assets");
        _scratch.Run("synth", manifest);
        var packed = Directory.EnumerateFiles(assets, "*.zip", SearchOption.AllDirectories).ToList();
        _scratch.Run("synth", manifest);
        var again = Directory.EnumerateFiles(assets, "*.zip", SearchOption.AllDirectories).ToList();

        _scratch.Write("edge.yaml", File.ReadAllText(Scratch.Example("static-ip")).Replace("app: static-ip\n", "app: static-ip-lambda\n"));
        var switched = _scratch.Run("synth", manifest);

        Assert.Single(packed);
        Assert.Equal(packed, again);
        Assert.Equal((0, false), (switched.ExitCode, Directory.Exists(assets)));
        Assert.True(File.Exists(_scratch.PathOf("cdktf.out", "stacks/static-ip-lambda-demo/cdk.tf.json")));
    }

    [Fact]
    public void A_listener_may_have_any_name()
    {
        var manifest = _scratch.Write("web.yaml", File.ReadAllText(Scratch.Example("fargate-alb")).Replace("      http:\n", "      Resource:\n"));

        Assert.Equal((0, ""), (_scratch.Run("synth", manifest).ExitCode, _scratch.Run("check", manifest).Error));
    }

    [Fact]
    public void Nothing_of_the_staging_is_left()
    {
        _scratch.Run("synth", Scratch.Example("fargate-alb"));

        Assert.Equal(["manifest.json", "stacks"], Directory.EnumerateFileSystemEntries(_scratch.PathOf("cdktf.out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_a_killed_synthesis_left_is_removed()
    {
        _scratch.Write($"cdktf.out/.synth-{int.MaxValue}/half.json", "{");

        _scratch.Run("synth", Scratch.Example("fargate-alb"));

        Assert.False(Directory.Exists(_scratch.PathOf("cdktf.out", $".synth-{int.MaxValue}")));
    }

    [Fact]
    public void No_temporary_file_is_left()
    {
        var temporary = Directory.CreateDirectory(_scratch.PathOf("temporary")).FullName;

        _scratch.RunWith([("TMPDIR", temporary)], "synth", Scratch.Example("fargate-alb"));

        // What is left in it is the debugging pipe of .NET itself, if anything.
        Assert.Empty(Directory.EnumerateDirectories(temporary));
    }

    [Fact]
    public void An_output_directory_that_cannot_be_written_to_is_told()
    {
        _scratch.Write("file", "not a directory");

        var result = _scratch.Run("synth", Scratch.Example("fargate-alb"), "--out", "file/out");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("error: cannot write to file/out: ", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("; choose another directory with --out\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_needs_no_node_and_writes_what_node_writes()
    {
        var native = _scratch.RunWith([("PATH", _scratch.Root)], "synth", Scratch.Example("fargate-alb"), "--verbose", "--out", "native");
        var node = _scratch.Run("synth", Scratch.Example("fargate-alb"), "--engine", "node", "--out", "node");

        Assert.Equal(0, native.ExitCode);
        Assert.Equal("", native.Error);
        Assert.Equal(node.Output.Replace("node/", "native/", StringComparison.Ordinal), native.Output);
        Assert.All(["manifest.json", "stacks/fargate-alb-demo/cdk.tf.json"], file => Assert.Equal(_scratch.Read($"node/{file}"), _scratch.Read($"native/{file}")));
    }

    [Fact]
    public void What_the_native_engine_does_not_know_is_left_to_node_and_told_to_whoever_asks()
    {
        var result = _scratch.RunWith([("SYNTH_HCL_OUTPUT", "true")], "synth", Scratch.Example("fargate-alb"), "--verbose");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("the native engine does not know SYNTH_HCL_OUTPUT: node synthesizes\n", result.Error);
        Assert.Contains("resource \"aws_lb\"", _scratch.Read("cdktf.out/stacks/fargate-alb-demo/cdk.tf"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for what the native engine does not know, SYNTH_HCL_OUTPUT", "SYNTH_HCL_OUTPUT")]
    [InlineData("by --engine node", "UNUSED", "--engine", "node")]
    public void Where_node_is_needed_and_missing_it_says_what_for_and_where_to_get_it(string purpose, string variable, params string[] options)
    {
        var result = _scratch.RunWith([("PATH", _scratch.Root), (variable, "true")], ["synth", Scratch.Example("fargate-alb"), .. options]);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"error: node is not installed: version 20.9 or newer is needed {purpose}; get it from https://nodejs.org\n", result.Error);
        Assert.False(Directory.Exists(_scratch.PathOf("cdktf.out")));
    }

    [Fact]
    public void Two_manifests_of_one_stack_are_refused()
    {
        var copy = _scratch.Write("copy.yaml", File.ReadAllText(Scratch.Example("fargate-alb")));

        var result = _scratch.Run("synth", Scratch.Example("fargate-alb"), copy);

        Assert.Equal(3, result.ExitCode);
        Assert.StartsWith("error MAN015 copy.yaml:1:1: app and environment name a stack that another manifest has: got fargate-alb-demo, as ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_arguments_it_synthesizes_what_cdktf_json_names()
    {
        _scratch.Write("cdktf.json", """{ "context": { "manifests": ["stacks"] } }""");
        _scratch.Write("stacks/web.yaml", File.ReadAllText(Scratch.Example("fargate-alb")));

        var result = _scratch.Run();

        Assert.Equal(0, result.ExitCode);
        Assert.True(File.Exists(_scratch.PathOf("cdktf.out", Stack)));
    }

    [Fact]
    public void A_manifest_named_by_the_environment_comes_before_cdktf_json()
    {
        _scratch.Write("cdktf.json", """{ "context": { "manifests": ["missing.yaml"] } }""");

        var result = _scratch.RunWith([("ORCHESTRATOR_MANIFEST", Scratch.Example("fargate-alb")), ("CDKTF_OUTDIR", "from-cdktf")]);

        Assert.Equal(0, result.ExitCode);
        Assert.True(File.Exists(_scratch.PathOf("from-cdktf", Stack)));
    }

    [Fact]
    public void Without_any_manifest_it_says_how_to_name_one()
    {
        _scratch.Write("cdktf.json", "{}");

        var result = _scratch.Run();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("error: no manifest is given: name one, set ORCHESTRATOR_MANIFEST, or list some under context.manifests in a cdktf.json here\n", result.Error);
    }
}
