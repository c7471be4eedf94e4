using System.Xml.Linq;

namespace Orchestrator.Setup.Tests;

public sealed class FreshnessTests : IDisposable
{
    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task A_first_start_does_every_step_and_then_runs_the_program()
    {
        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["dotnet --version", "node --version", "npm ci", "node generate.mjs", "dotnet restore", "dotnet build", "program"], result.Calls);
        Assert.Equal(["setup: npm packages", "setup: C# bindings", "setup: asking the package registry", "setup: building"], result.Errors);
    }

    [Fact]
    public async Task A_second_start_does_nothing()
    {
        await _checkout.RunAsync();

        var result = await _checkout.RunAsync();

        Assert.Equal(["program"], result.Calls);
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task Machine_code_that_was_made_of_what_was_set_up_runs_instead_of_the_program()
    {
        await _checkout.RunAsync();
        _checkout.WriteNative();

        Assert.Equal(["native program"], (await _checkout.RunAsync()).Calls);
    }

    [Fact]
    public async Task Machine_code_that_was_made_before_an_edit_does_not_run()
    {
        await _checkout.RunAsync();
        _checkout.WriteNative();
        _checkout.Edit("main.cs");

        Assert.Equal(["dotnet --version", "dotnet build", "program"], (await _checkout.RunAsync()).Calls);
        Assert.Equal(["program"], (await _checkout.RunAsync()).Calls);
    }

    [Theory]
    [InlineData("main.cs")]
    [InlineData("Orchestrator.csproj")]
    [InlineData("Directory.Build.props")]
    [InlineData("Directory.Build.targets")]
    [InlineData("global.json")]
    [InlineData("cli/CommandLine.cs")]
    [InlineData("modules/Orchestrator.Modules.csproj")]
    [InlineData("standins/Verify.Xunit/Verifier.cs")]
    [InlineData("setup/build.sh")]
    public async Task An_edited_source_is_built_and_nothing_else_done(string source)
    {
        await _checkout.RunAsync();
        _checkout.Edit(source);

        var result = await _checkout.RunAsync();

        Assert.Equal(["dotnet --version", "dotnet build", "program"], result.Calls);
        Assert.Equal(["setup: building"], result.Errors);
    }

    [Theory]
    [InlineData("cli/CommandLine.cs")]
    [InlineData("modules/Findings/Rule.cs")]
    public async Task A_removed_source_is_noticed(string source)
    {
        await _checkout.RunAsync();
        _checkout.Delete(source);

        var result = await _checkout.RunAsync();

        Assert.Contains("dotnet build", result.Calls);
    }

    /// <summary>The folders of the projects that the program's project refers to, by itself and through others.</summary>
    public static TheoryData<string> Folders => [.. Referred("Orchestrator.csproj").Select(project => project.Split('/')[0]).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task A_new_source_in_any_project_of_the_program_is_noticed(string folder)
    {
        await _checkout.RunAsync();
        _checkout.Write($"{folder}/New.cs", "");

        var result = await _checkout.RunAsync();

        Assert.Contains("dotnet build", result.Calls);
    }

    [Theory]
    [InlineData("docs/new.md")]
    [InlineData("tests/New.cs")]
    [InlineData("bindings/node_modules/cdktf/new.js")]
    public async Task What_the_program_is_not_made_from_is_not_looked_at(string file)
    {
        await _checkout.RunAsync();
        _checkout.Write(file, "");

        var result = await _checkout.RunAsync();

        Assert.Equal(["program"], result.Calls);
    }

    [Fact]
    public async Task The_tests_want_everything_analyzed_and_nobody_else_does()
    {
        _checkout.Tools.Instead("dotnet build", "echo \"$*\" >\"$FAKES/arguments\"");
        await _checkout.RunAsync();
        var first = _checkout.Tools.Arguments;

        var test = await _checkout.RunAsync("test");
        var analyzed = _checkout.Tools.Arguments;
        var after = await _checkout.RunAsync();

        Assert.Contains("-p:RunAnalyzers=false", first, StringComparison.Ordinal);
        Assert.Equal(["dotnet --version", "dotnet build", "program"], test.Calls);
        Assert.DoesNotContain("RunAnalyzers", analyzed, StringComparison.Ordinal);
        Assert.Equal(["program"], after.Calls);
    }

    [Fact]
    public async Task Node_may_be_gone_once_the_bindings_are_made()
    {
        await _checkout.RunAsync();
        _checkout.Tools.Remove("node");
        _checkout.Tools.Remove("npm");
        _checkout.Edit("main.cs");

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["dotnet --version", "dotnet build", "program"], result.Calls);
    }

    [Fact]
    public async Task An_edit_during_the_build_is_not_lost()
    {
        using var gate = _checkout.Tools.Stop("dotnet build");
        using var first = _checkout.Start();
        await gate.ReachedAsync();
        _checkout.Edit("main.cs");
        gate.Open();
        await first.EndAsync();

        var second = await _checkout.RunAsync();

        Assert.Contains("dotnet build", second.Calls);
    }

    [Fact]
    public async Task A_program_that_was_deleted_is_built_again()
    {
        await _checkout.RunAsync();
        _checkout.Delete("artifacts/bin/Orchestrator/release/orchestrator.dll");

        var result = await _checkout.RunAsync();

        Assert.Contains("dotnet build", result.Calls);
    }

    private static IEnumerable<string> Referred(string project) =>
        from reference in XDocument.Load(Repository.PathOf(project)).Descendants("ProjectReference")
        let path = Path.GetRelativePath(Repository.Root, Path.Combine(Repository.PathOf(project), "..", (string)reference.Attribute("Include")!))
        from found in Referred(path).Prepend(path)
        select found;
}
