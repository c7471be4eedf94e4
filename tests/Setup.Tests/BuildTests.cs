namespace Orchestrator.Setup.Tests;

public sealed class BuildTests : IDisposable
{
    private const string HasErrors = """
        echo "$PWD/cli/A.cs(1,2): error CS0001: first [$PWD/Orchestrator.csproj]"
        echo "$PWD/cli/A.cs(1,2): error CS0001: first [$PWD/Orchestrator.csproj]"
        echo "$PWD/modules/B.cs(3,4): error CS0002: second [$PWD/modules/Orchestrator.Modules.csproj]"
        exit 1
        """;

    private readonly Checkout _checkout = new("a checkout");

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Errors_are_told_once_each_with_short_paths()
    {
        _checkout.Tools.Instead("dotnet build", HasErrors);

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            [
                "setup: building",
                "cli/A.cs(1,2): error CS0001: first",
                "modules/B.cs(3,4): error CS0002: second",
                "error: the build failed; errors: 2",
            ],
            result.Errors.TakeLast(4));
    }

    [Fact]
    public async Task A_failed_build_does_not_run_the_program_of_the_last_one()
    {
        await _checkout.RunAsync();
        _checkout.Edit("main.cs");
        _checkout.Tools.Instead("dotnet build", HasErrors);

        var result = await _checkout.RunAsync();

        Assert.DoesNotContain("program", result.Calls);
    }

    [Fact]
    public async Task A_failed_build_is_tried_again()
    {
        _checkout.Tools.Instead("dotnet build", HasErrors);
        await _checkout.RunAsync();
        _checkout.Tools.AsUsual("dotnet build");

        var result = await _checkout.RunAsync();

        Assert.Equal(["dotnet --version", "dotnet build", "program"], result.Calls);
    }

    [Fact]
    public async Task A_build_that_fails_without_an_error_is_told_by_its_last_words()
    {
        _checkout.Tools.Instead("dotnet build", "echo 'out of memory'; exit 1");

        var result = await _checkout.RunAsync();

        Assert.Equal(["out of memory", "error: the build failed without saying why; its last words stand above"], result.Errors.TakeLast(2));
    }

    [Fact]
    public async Task A_registry_that_is_down_is_told_in_one_line()
    {
        _checkout.Environment["STANDINS"] = "all";
        _checkout.Tools.Instead("dotnet build", RegistryAnswers.Down);

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(
            [
                "setup: building",
                "error: the package registry did not answer: NU1301: Unable to load the service index for source https://registry.test/index.json; check the network and the sources in NuGet.config; the next start tries again",
            ],
            result.Errors.TakeLast(2));
    }

    [Fact]
    public async Task A_killed_build_is_repeated()
    {
        using var gate = _checkout.Tools.Stop("dotnet build");
        using var killed = _checkout.Start();
        await gate.ReachedAsync();
        await killed.KillAsync();

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["dotnet --version", "dotnet build", "program"], result.Calls);
    }

    [Theory]
    [InlineData("artifacts/obj/Orchestrator/release/orchestrator.dll")]
    [InlineData("artifacts/bin/Orchestrator.Modules/release/Orchestrator.Modules.dll")]
    [InlineData("artifacts/bindings/.build/obj/Constructs/release/Constructs.dll")]
    public async Task What_a_killed_build_has_written_is_not_trusted(string assembly)
    {
        using var gate = _checkout.Tools.Stop("dotnet build");
        using var killed = _checkout.Start();
        await gate.ReachedAsync();
        _checkout.Write(assembly, "half");
        await killed.KillAsync();

        await _checkout.RunAsync();

        Assert.False(_checkout.Has(assembly));
    }

    [Fact]
    public async Task A_program_that_a_killed_build_has_half_written_is_not_run()
    {
        const string Program = "artifacts/bin/Orchestrator/release/orchestrator.dll";
        await _checkout.RunAsync();
        _checkout.Delete(Program);
        using var gate = _checkout.Tools.Stop("dotnet build");
        using var killed = _checkout.Start();
        await gate.ReachedAsync();
        _checkout.Write(Program, "half");
        await killed.KillAsync();

        var result = await _checkout.RunAsync();

        Assert.Contains("dotnet build", result.Calls);
        Assert.Empty(_checkout.Read(Program));
    }

    [Fact]
    public async Task What_a_failed_build_has_written_is_kept()
    {
        _checkout.Tools.Instead("dotnet build", HasErrors);
        await _checkout.RunAsync();
        _checkout.Write("artifacts/obj/Orchestrator.Modules/release/Orchestrator.Modules.dll", "whole");
        _checkout.Tools.AsUsual("dotnet build");

        await _checkout.RunAsync();

        Assert.True(_checkout.Has("artifacts/obj/Orchestrator.Modules/release/Orchestrator.Modules.dll"));
    }
}
