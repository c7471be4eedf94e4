namespace Orchestrator.Tests.Commands;

public sealed class EnvironmentTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void What_all_environments_have_is_told_once_and_what_one_has_with_its_name()
    {
        var file = _scratch.Write("store.yaml", Store
            .Replace("port: 8080, deregistration", "port: 0, deregistration", StringComparison.Ordinal)
            .Replace("desiredCount: 6", "desiredCount: -1", StringComparison.Ordinal));

        var result = _scratch.Run("check", file);

        Assert.Equal(3, result.ExitCode);
        Assert.Contains("TG035 store.yaml:15:34: targetGroups.store.port is out of range", Assert.Single(result.Error.Split('\n'), line => line.Contains("TG035", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("ecsServices.store.desiredCount in production is", Assert.Single(result.Error.Split('\n'), line => line.Contains("desiredCount", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.EndsWith("in 1 manifest\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_is_a_stack_and_one_can_be_chosen()
    {
        _scratch.Write("store.yaml", Store);

        Assert.Contains("written: out/stacks/store-production/cdk.tf.json\nwritten: out/stacks/store-staging/cdk.tf.json\n", _scratch.Run("synth", "store.yaml", "--out", "out").Output, StringComparison.Ordinal);
        Assert.EndsWith("\nwritten: one/stacks/store-production/cdk.tf.json\n", _scratch.Run("synth", "store.yaml", "--environment", "production", "--out", "one").Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_scratch.PathOf("one", "stacks", "store-staging")));
        Assert.Equal("error: there is no environment prod: there are staging, production\n", _scratch.Run("synth", "store.yaml", "--environment", "prod").Error);
    }

    [Fact]
    public void An_environment_of_a_manifest_of_one_can_be_chosen_too()
    {
        Assert.Equal(0, _scratch.Run("check", Scratch.Example("ec2-pair"), Scratch.Example("fargate-alb"), "--environment", "demo").ExitCode);
        Assert.Contains("there is no environment staging: there are demo", _scratch.Run("check", Scratch.Example("fargate-alb"), "--environment", "staging").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_name_in_two_environments_is_told()
    {
        var file = _scratch.Write("store.yaml", Store
            .Replace("    accountId: \"444455556666\"", "    accountId: \"111122223333\"", StringComparison.Ordinal)
            .Replace("store: { targetType: ip,", "store: { name: store, targetType: ip,", StringComparison.Ordinal));

        var result = _scratch.Run("check", file);

        Assert.Contains("targetGroups.store.name in production has the name of targetGroups.store.name in store.yaml:15:18 in staging too", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_is_read_from_standard_input()
    {
        var result = Processes.Run(Scratch.Command[0], [Scratch.Command[1], "check", "-", "--environment", "production"], _scratch.Root, input: Store.Replace("desiredCount: 6", "desiredCount: -1", StringComparison.Ordinal));

        Assert.Equal(3, result.ExitCode);
        Assert.Contains(" -:62:43: ecsServices.store.desiredCount ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_of_one_is_shown_and_two_are_compared()
    {
        _scratch.Write("store.yaml", Store);
        var shown = _scratch.Run("manifest", "show", "store.yaml", "--environment", "production");
        _scratch.Write("production.yaml", shown.Output);

        Assert.Contains("    desiredCount: 6\n", shown.Output, StringComparison.Ordinal);
        Assert.Equal(0, _scratch.Run("check", "production.yaml").ExitCode);
        Assert.Contains("ecsServices.store.desiredCount: 2 in staging, 6 in production\n", _scratch.Run("manifest", "diff", "store.yaml", "staging", "production").Output, StringComparison.Ordinal);
        Assert.Equal("error: store.yaml has 2 environments: say --environment with one of staging, production\n", _scratch.Run("manifest", "show", "store.yaml").Error);
        Assert.Equal("error: two environments are compared: staging is given twice\n", _scratch.Run("manifest", "diff", "store.yaml", "staging", "staging").Error);
    }

    private static string Store => File.ReadAllText(Scratch.Example("environments/store"));
}
