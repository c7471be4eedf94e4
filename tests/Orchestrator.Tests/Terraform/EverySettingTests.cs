namespace Orchestrator.Tests.Terraform;

public sealed class EverySettingTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [TerraformFact]
    public void Every_setting_of_every_module_is_accepted_by_the_real_provider()
    {
        var manifest = Repository.PathOf("tests", "Orchestrator.Tests", "Terraform", "every-setting.yaml");
        Assert.Equal(0, _scratch.Run("synth", manifest).ExitCode);

        var plan = new TerraformDirectory(_scratch.PathOf("cdktf.out", "stacks", "every-setting")).Plan();

        Assert.NotEmpty(plan);
        Assert.All(plan, change => Assert.Equal("create", change.Value));
    }
}
