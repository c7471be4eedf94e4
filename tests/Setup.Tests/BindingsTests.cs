namespace Orchestrator.Setup.Tests;

public sealed class BindingsTests : IDisposable
{
    private const string Marker = "artifacts/bindings/.complete";
    private static readonly string[] Regeneration = ["dotnet --version", "node --version", "node generate.mjs", "dotnet build", "program"];

    private readonly Checkout _checkout = new();

    public void Dispose() => _checkout.Dispose();

    [Theory]
    [InlineData("bindings/submodules.txt")]
    [InlineData("bindings/generate.mjs")]
    [InlineData("bindings/trim.mjs")]
    public async Task What_they_are_generated_from_generates_them_again(string source)
    {
        await _checkout.RunAsync();
        _checkout.Edit(source);

        var result = await _checkout.RunAsync();

        Assert.Equal(Regeneration, result.Calls);
    }

    [Fact]
    public async Task A_failed_generation_is_told_in_the_generator_s_words()
    {
        _checkout.Tools.Instead("node generate.mjs", "echo 'bindings: the reason' >&2; exit 1");

        var result = await _checkout.RunAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["bindings: the reason", "error: the C# bindings could not be generated; the reason stands above"], result.Errors.TakeLast(2));
        Assert.DoesNotContain("dotnet build", result.Calls);
    }

    [Fact]
    public async Task A_failed_generation_is_tried_again()
    {
        _checkout.Tools.Instead("node generate.mjs", "exit 1");
        await _checkout.RunAsync();
        _checkout.Tools.AsUsual("node generate.mjs");

        var result = await _checkout.RunAsync();

        Assert.Equal(Regeneration[..3], result.Calls.Take(3));
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_failed_generation_whose_cause_is_taken_back_leaves_the_bindings_of_before()
    {
        await _checkout.RunAsync();
        var submodules = _checkout.Read("bindings/submodules.txt");
        _checkout.Write("bindings/submodules.txt", "lbTargetGrop\n");
        _checkout.Tools.Instead("node generate.mjs", "exit 1");
        await _checkout.RunAsync();
        _checkout.Write("bindings/submodules.txt", submodules);

        var result = await _checkout.RunAsync();

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain("node generate.mjs", result.Calls);
    }

    [Fact]
    public async Task Bindings_that_were_half_replaced_do_not_pass_for_those_of_before()
    {
        await _checkout.RunAsync();
        var submodules = _checkout.Read("bindings/submodules.txt");
        _checkout.Write("bindings/submodules.txt", "lb\n");
        _checkout.Tools.Instead("node generate.mjs", "rm artifacts/bindings/Constructs/AssemblyInfo.cs; exit 1");
        await _checkout.RunAsync();
        _checkout.Write("bindings/submodules.txt", submodules);
        _checkout.Tools.AsUsual("node generate.mjs");

        var result = await _checkout.RunAsync();

        Assert.Equal(Regeneration, result.Calls);
    }

    [Fact]
    public async Task A_killed_generation_is_repeated()
    {
        await _checkout.RunAsync();
        using var gate = _checkout.Tools.Stop("node generate.mjs");
        _checkout.Edit("bindings/submodules.txt");
        using var killed = _checkout.Start();
        await gate.ReachedAsync();
        await killed.KillAsync();

        var result = await _checkout.RunAsync();

        Assert.Equal(Regeneration, result.Calls);
    }

    [Fact]
    public async Task What_a_killed_generation_left_is_cleared_away()
    {
        _checkout.Write("artifacts/bindings.12345/Constructs.cs", "");
        _checkout.Write("bindings/node_modules/.trimmed-12345/index.js", "");

        await _checkout.RunAsync();

        Assert.False(_checkout.Has("artifacts/bindings.12345/Constructs.cs"));
        Assert.False(_checkout.Has("bindings/node_modules/.trimmed-12345/index.js"));
    }

    [Fact]
    public async Task Bindings_without_a_marker_are_generated_again()
    {
        await _checkout.RunAsync();
        _checkout.Delete(Marker);
        _checkout.Edit("main.cs");

        var result = await _checkout.RunAsync();

        Assert.Equal(Regeneration, result.Calls);
    }

    [Fact]
    public async Task Bindings_with_a_damaged_marker_are_generated_again()
    {
        await _checkout.RunAsync();
        _checkout.Write(Marker, _checkout.Read(Marker)[..^5]);
        _checkout.Edit("main.cs");

        var result = await _checkout.RunAsync();

        Assert.Equal(Regeneration, result.Calls);
    }

    [Fact]
    public async Task Bindings_that_lack_a_file_are_generated_again()
    {
        await _checkout.RunAsync();
        _checkout.Delete("artifacts/bindings/Constructs/AssemblyInfo.cs");
        _checkout.Edit("main.cs");

        var result = await _checkout.RunAsync();

        Assert.Equal(Regeneration, result.Calls);
        Assert.True(_checkout.Has("artifacts/bindings/Constructs/AssemblyInfo.cs"));
    }

    [Fact]
    public async Task What_was_compiled_from_them_does_not_make_them_stale()
    {
        await _checkout.RunAsync();
        _checkout.Write("artifacts/bindings/.build/bin/Constructs/release/Constructs.dll", "");
        _checkout.Edit("main.cs");

        var result = await _checkout.RunAsync();

        Assert.DoesNotContain("node generate.mjs", result.Calls);
    }
}
