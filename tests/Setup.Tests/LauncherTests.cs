namespace Orchestrator.Setup.Tests;

public sealed class LauncherTests : IDisposable
{
    private readonly Checkout _checkout = new("it's a checkout");

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task It_runs_in_another_directory_and_stays_there()
    {
        _checkout.Tools.Instead("program", "pwd; exit");

        var result = await _checkout.RunFileAsync(_checkout.PathOf("orchestrator"), _checkout.PathOf("modules"), "");

        Assert.Equal([_checkout.PathOf("modules")], result.Output);
        Assert.Contains("dotnet build", result.Calls);
    }

    [Fact]
    public async Task It_runs_through_symbolic_links()
    {
        File.CreateSymbolicLink(Path.Combine(_checkout.Scratch, "relative link"), "it's a checkout/orchestrator");
        File.CreateSymbolicLink(_checkout.PathOf("modules/absolute link"), Path.Combine(_checkout.Scratch, "relative link"));

        var result = await _checkout.RunFileAsync(_checkout.PathOf("modules/absolute link"), _checkout.Scratch, "");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("program", result.Calls);
    }

    [Fact]
    public async Task It_runs_from_the_path()
    {
        File.CreateSymbolicLink(Path.Combine(_checkout.Tools.Directory, "orchestrator"), _checkout.PathOf("orchestrator"));

        var result = await _checkout.RunFileAsync("/bin/sh", _checkout.Scratch, "", "-c", "orchestrator");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("program", result.Calls);
    }

    [Fact]
    public async Task Arguments_reach_the_program_as_they_are()
    {
        _checkout.Tools.Instead("program", "shift; printf \"<%s>\\n\" \"$@\"; exit");

        var result = await _checkout.RunAsync("synth", "two words", "", "*", "$HOME", "--flag=a\"b");

        Assert.Equal(["<synth>", "<two words>", "<>", "<*>", "<$HOME>", "<--flag=a\"b>"], result.Output);
    }

    [Fact]
    public async Task The_exit_code_is_the_program_s()
    {
        _checkout.Tools.Instead("program", "exit 42");

        var result = await _checkout.RunAsync();

        Assert.Equal(42, result.ExitCode);
    }

    [Fact]
    public async Task Setup_leaves_standard_input_to_the_program()
    {
        _checkout.Tools.Instead("dotnet build", "cat >/dev/null");
        _checkout.Tools.Instead("program", "cat; exit");

        var result = await _checkout.RunFileAsync(_checkout.PathOf("orchestrator"), _checkout.Root, "a manifest");

        Assert.Equal(["a manifest"], result.Output);
    }

    [Fact]
    public async Task Setup_leaves_standard_output_to_the_program()
    {
        _checkout.Tools.Instead("npm ci", "echo noise");
        _checkout.Tools.Instead("node generate.mjs", "echo noise");
        _checkout.Tools.Instead("dotnet build", "echo noise");

        var result = await _checkout.RunAsync("the output");

        Assert.Equal(["the output"], result.Output);
    }

    [Theory]
    [InlineData("DOTNET_NOLOGO", "0")]
    [InlineData("DOTNET_CLI_TELEMETRY_OPTOUT", "0")]
    public async Task What_the_user_has_set_stays(string name, string value)
    {
        _checkout.Environment[name] = value;
        _checkout.Tools.Instead("program", "env; exit");

        var result = await _checkout.RunAsync();

        Assert.Contains($"{name}={value}", result.Output);
    }

    [Fact]
    public async Task The_check_of_a_change_runs_the_tests_and_lets_none_be_skipped()
    {
        _checkout.Tools.Instead("program", "echo \"$2\" with \"$REQUIRE_TERRAFORM\"; exit 3");

        var result = await _checkout.RunFileAsync(_checkout.PathOf(".ci/run"), _checkout.Scratch, "");

        Assert.Equal(["test with 1"], result.Output);
        Assert.Equal(3, result.ExitCode);
    }
}
