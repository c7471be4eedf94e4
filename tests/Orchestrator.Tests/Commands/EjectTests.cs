using Orchestrator.Tests.Terraform;

namespace Orchestrator.Tests.Commands;

public sealed class EjectTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    /// <summary>That resources plan nothing over what was applied is shown in tests/Modules.Tests/Changes; here is what stands around them, of which all stacks have the same.</summary>
    [TerraformFact]
    public void Whole_folders_are_formatted_and_valid()
    {
        var examples = Directory.EnumerateFiles(Repository.PathOf("examples"), "*.yaml").Append(Scratch.Example("environments/store"));

        var result = _scratch.Run(["eject", .. examples, "--out", "out"]);

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Equal(9, Directory.GetDirectories(_scratch.PathOf("out")).Length);
        var terraform = new TerraformDirectory(_scratch.PathOf("out", "static-ip-lambda-demo"));
        terraform.Run("fmt", "-check", "-diff", "-recursive", "-no-color", _scratch.PathOf("out"));
        terraform.Validate();
    }

    [Fact]
    public void The_state_and_the_files_that_are_named_are_found()
    {
        _scratch.Run("synth", Scratch.Example("static-ip-lambda"));

        var result = _scratch.Run("eject", Scratch.Example("static-ip-lambda"), "--out", "some/where");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("path = \"../../../terraform.static-ip-lambda-demo.tfstate\"", _scratch.Read("some/where/static-ip-lambda-demo/backend.tf"), StringComparison.Ordinal);
        var zip = Assert.Single(Directory.GetFiles(_scratch.PathOf("cdktf.out"), "*.zip", SearchOption.AllDirectories));
        var named = Path.GetRelativePath(_scratch.PathOf("cdktf.out/stacks"), zip);
        Assert.Equal(File.ReadAllBytes(zip), File.ReadAllBytes(_scratch.PathOf("some/where", named)));
        Assert.Contains($"${{path.module}}/{Path.GetRelativePath("static-ip-lambda-demo", named)}", _scratch.Read("some/where/static-ip-lambda-demo/static_ip_application_load_balancers.tf"), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(_scratch.PathOf("some"), "*.json", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public void A_folder_with_something_in_it_is_refused_before_anything_is_written()
    {
        _scratch.Write("out/static-ip-demo/main.tf", "# mine");

        var result = _scratch.Run("eject", Scratch.Example("fargate-alb"), Scratch.Example("static-ip"), "--out", "out");

        Assert.Equal((1, "error: out/static-ip-demo is there already: name another directory with --out, or remove it\n"), (result.ExitCode, result.Error));
        Assert.Equal("# mine", _scratch.Read("out/static-ip-demo/main.tf"));
        Assert.False(Directory.Exists(_scratch.PathOf("out/fargate-alb-demo")));
    }

    [Fact]
    public void Stacks_are_chosen_by_their_names()
    {
        var unknown = _scratch.Run("eject", Scratch.Example("static-ip"), "--stack", "other", "--out", "out");
        var chosen = _scratch.Run("eject", Scratch.Example("fargate-alb"), Scratch.Example("static-ip"), "--stack", "fargate-alb-demo", "--out", "out");

        Assert.Equal((1, "error: there is no stack other: there are static-ip-demo\n"), (unknown.ExitCode, unknown.Error));
        Assert.Equal(0, chosen.ExitCode);
        Assert.Equal(["fargate-alb-demo"], Directory.GetDirectories(_scratch.PathOf("out")).Select(Path.GetFileName));
    }

    [Fact]
    public void A_manifest_with_errors_is_not_ejected()
    {
        var result = _scratch.Run("eject", _scratch.Write("broken.yaml", "app: web"), "--out", "out");

        Assert.Equal(3, result.ExitCode);
        Assert.EndsWith("nothing is ejected\n", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch.PathOf("out")));
    }
}
