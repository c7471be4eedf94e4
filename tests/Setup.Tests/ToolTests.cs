namespace Orchestrator.Setup.Tests;

public sealed class ToolTests : IDisposable
{
    private const string NodeIsMissing = "error: node is not installed: version 20.9 or newer is needed; get it from https://nodejs.org";
    private const string NpmIsMissing = "error: npm is not installed: the one that comes with node is needed; get it from https://nodejs.org";
    private const string DotnetIsMissing = "error: dotnet is not installed: SDK 10.0.100 or a newer 10.0 is needed; get it from https://dotnet.microsoft.com/download";

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("doctor")]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("synth")]
    public async Task A_missing_node_is_told_whatever_the_command(string command)
    {
        _checkout.Tools.Remove("node");

        var result = await _checkout.RunAsync(command);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal([NodeIsMissing], result.Errors);
    }

    [Fact]
    public async Task All_missing_tools_are_told_at_once()
    {
        _checkout.Tools.Remove("dotnet");
        _checkout.Tools.Remove("node");
        _checkout.Tools.Remove("npm");

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal([DotnetIsMissing, NodeIsMissing, NpmIsMissing], result.Errors);
    }

    [Fact]
    public async Task A_dotnet_that_was_removed_after_setup_is_told()
    {
        await _checkout.RunAsync();
        _checkout.Tools.Remove("dotnet");

        var result = await _checkout.RunAsync();

        Assert.Equal([DotnetIsMissing], result.Errors);
    }

    [Theory]
    [InlineData("v18.20.4")]
    [InlineData("v20.8.1")]
    [InlineData("v4.9.1")]
    [InlineData("nonsense")]
    public async Task A_node_that_is_too_old_is_told_with_its_version(string version)
    {
        _checkout.Tools.Instead("node --version", $"echo {version}; exit");

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal([$"error: node is too old: version 20.9 or newer is needed, found {version}; get it from https://nodejs.org"], result.Errors);
    }

    [Fact]
    public async Task A_node_without_a_version_is_told()
    {
        _checkout.Tools.Instead("node --version", "exit 1");

        var result = await _checkout.RunAsync();

        Assert.Equal(["error: node is too old: version 20.9 or newer is needed, found no version; get it from https://nodejs.org"], result.Errors);
    }

    [Theory]
    [InlineData("v20.9.0")]
    [InlineData("v20.10.0")]
    [InlineData("v22.0.0")]
    [InlineData("v100.0.1-nightly20300101")]
    public async Task A_node_that_is_new_enough_will_do(string version)
    {
        _checkout.Tools.Instead("node --version", $"echo {version}; exit");

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_dotnet_without_a_fitting_sdk_is_told_with_those_it_has()
    {
        _checkout.Tools.Instead("dotnet --version", "exit 145");
        _checkout.Tools.Instead("dotnet --list-sdks", "echo '8.0.404 [/sdk]'; echo '9.0.100 [/sdk]'");

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["error: dotnet has no fitting SDK: SDK 10.0.100 or a newer 10.0 is needed, found 8.0.404, 9.0.100; get it from https://dotnet.microsoft.com/download"], result.Errors);
    }

    [Fact]
    public async Task A_dotnet_without_any_sdk_is_told()
    {
        _checkout.Tools.Instead("dotnet --version", "exit 145");

        var result = await _checkout.RunAsync();

        Assert.Equal(["error: dotnet has no fitting SDK: SDK 10.0.100 or a newer 10.0 is needed, found none; get it from https://dotnet.microsoft.com/download"], result.Errors);
    }

    [Fact]
    public async Task The_next_start_after_an_installation_sets_up()
    {
        _checkout.Tools.Instead("node --version", "exit 1");
        await _checkout.RunAsync();
        _checkout.Tools.AsUsual("node --version");

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
    }
}
