using HashiCorp.Cdktf;
using Orchestrator.Modules.Synthesis;

namespace Shop.Tests;

// CDKTF's runtime is one for the whole process: classes that use it share a collection, so that they run one after the other.
[Collection("Jsii")]
public sealed class ShopStackTests : IDisposable
{
    private readonly DirectoryInfo _output = Directory.CreateTempSubdirectory("shop-");

    public void Dispose() => _output.Delete(recursive: true);

    [Fact]
    public void Nothing_is_wrong_with_the_stack() =>
        Assert.Empty(StackModel.Of(new ShopStack(App(), "shop-dev")).Check());

    [Fact]
    public Task The_configuration_is_the_approved_one()
    {
        var app = App();
        new ShopStack(app, "shop-dev");

        app.Synth();

        return Verify(File.ReadAllText(Path.Combine(_output.FullName, "stacks", "shop-dev", "cdk.tf.json")));
    }

    private App App() => new(new AppConfig { Outdir = _output.FullName, StackTraces = false });
}
