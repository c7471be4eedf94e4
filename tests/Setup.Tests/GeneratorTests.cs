namespace Orchestrator.Setup.Tests;

/// <summary>The real generator, in what it refuses.</summary>
public sealed class GeneratorTests : IDisposable
{
    private readonly Generator _generator = new();

    public void Dispose() => _generator.Dispose();

    [Fact]
    public async Task An_unknown_submodule_is_refused_with_the_nearest_ones()
    {
        var result = await _generator.RunAsync("lb", "lbTargetGrop");

        Assert.Equal(1, result.ExitCode);
        Assert.Matches("^bindings: lbTargetGrop: @cdktf/provider-aws [0-9.]+ has no such submodule; the nearest are lbTargetGroup, ", Assert.Single(result.Errors));
    }

    [Fact]
    public async Task All_unknown_submodules_are_told_at_once()
    {
        var result = await _generator.RunAsync("lbListenr", "lbTargetGrop");

        Assert.Collection(
            result.Errors,
            error => Assert.Contains("lbListenr", error),
            error => Assert.Contains("lbTargetGrop", error));
    }

    [Fact]
    public async Task A_list_that_is_not_sorted_is_refused()
    {
        var result = await _generator.RunAsync("lbListener", "lb");

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["bindings: submodules.txt: \"lb\" stands after \"lbListener\"; the list is sorted and names each submodule once"], result.Errors);
    }

    [Fact]
    public async Task A_submodule_that_is_named_twice_is_refused()
    {
        var result = await _generator.RunAsync("lb", "lb");

        Assert.Equal(["bindings: submodules.txt: \"lb\" stands after \"lb\"; the list is sorted and names each submodule once"], result.Errors);
    }

    [Fact]
    public async Task A_refusal_leaves_the_bindings_of_before()
    {
        _generator.WriteBinding("Constructs.cs");

        await _generator.RunAsync("lbTargetGrop");

        Assert.Equal(["Constructs.cs"], _generator.Bindings);
    }
}
