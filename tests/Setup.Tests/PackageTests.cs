namespace Orchestrator.Setup.Tests;

public sealed class PackageTests : IDisposable
{
    private const string RegistryIsDown = """
        echo 'npm warn Unknown user config "nodedir". This will stop working in the next major version of npm.' >&2
        echo 'npm error code ENOTFOUND' >&2
        echo 'npm error' >&2
        echo 'npm error     at ClientRequest.emit (node:events:524:28)' >&2
        echo 'npm error }' >&2
        echo 'npm error network request to https://registry.test/cdktf failed' >&2
        echo 'npm error A complete log of this run can be found in: /home/user/.npm/_logs/1-debug-0.log' >&2
        exit 1
        """;

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task A_failed_installation_is_told_in_npm_s_words_without_its_noise()
    {
        _checkout.Tools.Instead("npm ci", RegistryIsDown);

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            [
                "setup: npm packages",
                "npm error code ENOTFOUND",
                "npm error network request to https://registry.test/cdktf failed",
                "error: npm could not install the packages in bindings/package-lock.json: check the network or npm's registry setting; the next start tries again",
            ],
            result.Errors);
        Assert.DoesNotContain("program", result.Calls);
    }

    [Fact]
    public async Task A_failed_installation_is_told_even_if_npm_is_not_to_be_understood()
    {
        _checkout.Tools.Instead("npm ci", "echo 'out of memory'; exit 1");

        var result = await _checkout.RunAsync();

        Assert.Equal("out of memory", result.Errors[^2]);
        Assert.StartsWith("error: npm could not install", result.Errors[^1]);
    }

    [Fact]
    public async Task A_failed_installation_is_tried_again()
    {
        _checkout.Tools.Instead("npm ci", RegistryIsDown);
        await _checkout.RunAsync();
        _checkout.Tools.AsUsual("npm ci");

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("npm ci", result.Calls);
    }

    [Fact]
    public async Task A_killed_installation_is_repeated()
    {
        using var gate = _checkout.Tools.Stop("npm ci");
        using var killed = _checkout.Start();
        await gate.ReachedAsync();
        await killed.KillAsync();

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("npm ci", result.Calls);
    }

    [Fact]
    public async Task A_failed_installation_of_other_versions_does_not_pass_for_the_one_before()
    {
        await _checkout.RunAsync();
        var locked = _checkout.Read("bindings/package-lock.json");
        _checkout.Edit("bindings/package-lock.json");
        _checkout.Tools.Instead("npm ci", "rm -r bindings/node_modules/cdktf; exit 1");
        await _checkout.RunAsync();
        _checkout.Write("bindings/package-lock.json", locked);
        _checkout.Tools.AsUsual("npm ci");

        var result = await _checkout.RunAsync();

        Assert.Contains("npm ci", result.Calls);
    }

    [Fact]
    public async Task Other_locked_versions_are_installed_and_generated_from()
    {
        await _checkout.RunAsync();
        _checkout.Edit("bindings/package-lock.json");

        var result = await _checkout.RunAsync();

        Assert.Equal(["dotnet --version", "node --version", "npm ci", "node generate.mjs", "dotnet build", "program"], result.Calls);
    }
}
