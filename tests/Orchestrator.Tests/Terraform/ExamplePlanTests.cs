namespace Orchestrator.Tests.Terraform;

public sealed class ExamplePlanTests : IDisposable
{
    private readonly Scratch _scratch = new();

    /// <summary>The examples that need a newer provider than the installed one; the attribute table judges them (ProviderAttributesTests).</summary>
    private static readonly string[] Newer = ["ecs-blue-green"];

    public static TheoryData<string> Examples => [.. Directory.EnumerateFiles(Repository.PathOf("examples"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Except(Newer).Order(StringComparer.Ordinal)];

    public void Dispose() => _scratch.Dispose();

    [TerraformTheory]
    [MemberData(nameof(Examples))]
    public Task An_example_is_planned_by_the_real_provider(string example)
    {
        Assert.Equal(0, _scratch.Run("synth", Scratch.Example(example)).ExitCode);
        var stack = Assert.Single(Directory.GetDirectories(_scratch.PathOf("cdktf.out", "stacks")));

        var plan = new TerraformDirectory(stack).Plan();

        return Verify(string.Join('\n', plan.OrderBy(change => change.Key, StringComparer.Ordinal).Select(change => $"{change.Value} {change.Key}")), Snapshots.Settings).UseParameters(example);
    }

    [TerraformFact]
    public void Each_environment_of_a_manifest_is_planned_by_the_real_provider()
    {
        Assert.Equal(0, _scratch.Run("synth", Scratch.Example("environments/store")).ExitCode);

        var plans = Directory.GetDirectories(_scratch.PathOf("cdktf.out", "stacks")).Order(StringComparer.Ordinal).Select(stack => new TerraformDirectory(stack).Plan()).ToList();

        Assert.Equal(2, plans.Count);
        Assert.Contains("aws_ecs_service.store", plans[0].Keys);
        Assert.Equal(plans[0], plans[1]);
    }
}
