namespace Orchestrator.Tests.Commands;

public sealed class WorkflowTests : IDisposable
{
    private const string Pinned = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1";
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void The_workflows_that_are_ready_to_copy_have_no_warning()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("docs", "workflows"), "github-*.yml"))
        {
            _scratch.Write(Path.Combine(".github", "workflows", Path.GetFileName(file)), File.ReadAllText(file));
        }

        var result = _scratch.Run("doctor", "--github");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("""
            environment production: a workflow does not tell its settings; gh api repos/{owner}/{repo}/environments/production does (docs/deploy.md says what they must be)
            4 jobs in 3 workflows, 0 warnings

            """, result.Output);
    }

    [Theory]
    [InlineData("on: { push: { branches: [main] } }", "environment: production", "", "")]
    [InlineData("on: { push: {} }", "environment: production", "", "names the environment production at push of any branch: limit it to branches: [main], and the environment to that branch")]
    [InlineData("on: { push: { branches: ['**'] } }", "environment: { name: production }", "", "names the environment production at push of any branch: limit it")]
    [InlineData("on: workflow_dispatch", "environment: production", "", "names the environment production at workflow_dispatch of any branch")]
    [InlineData("on: workflow_dispatch", "environment: production", "if: github.ref == 'refs/heads/main'", "")]
    [InlineData("on: [pull_request]", "environment: production", "", "names the environment production in pull requests, whose workflows anybody writes who may push a branch")]
    [InlineData("on: [pull_request]", "", "", "")]
    [InlineData("on: pull_request_target", "", "", "may assume roles in pull_request_target, which runs for forks")]
    [InlineData("on: { push: { branches: [main] } }", "", "", "may assume roles at push without an environment")]
    [InlineData("on: { push: { branches: [main] }, pull_request: {} }", "environment: production", "if: github.event_name == 'push'", "")]
    public void Who_could_get_a_role_is_told(string on, string environment, string condition, string warning)
    {
        Write(on, environment, condition, $"- {{ uses: {Pinned}, with: {{ persist-credentials: false }} }}");

        var result = _scratch.Run("doctor", "--github");

        Assert.Equal(warning.Length == 0 ? 0 : 3, result.ExitCode);
        Assert.StartsWith(warning.Length == 0 ? "" : "warning ./.github/workflows/apply.yml:4: job apply ", result.Error, StringComparison.Ordinal);
        Assert.Contains(warning, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_job_with_a_role_uses_and_leaves_behind_is_told()
    {
        Write("on: pull_request", "", "", "- { uses: actions/checkout@v4 }");

        Assert.Equal("""
            warning ./.github/workflows/apply.yml:9: job apply may assume roles and uses actions/checkout@v4, which its owner can replace: name it by its whole commit, @ and 40 hexadecimal digits
            warning ./.github/workflows/apply.yml:9: job apply leaves its token in the checkout, for every later step: say persist-credentials: false

            """, _scratch.Run("doctor", "--github").Error);
    }

    [Fact]
    public void A_checkout_without_workflows_is_told() =>
        Assert.Equal((1, "error: there are no workflows in elsewhere/.github/workflows: name the top of a checkout that has some\n"), (_scratch.Run("doctor", "--github", "elsewhere").ExitCode, _scratch.Run("doctor", "--github", "elsewhere").Error));

    private void Write(string on, string environment, string condition, string step) => _scratch.Write(".github/workflows/apply.yml", $"""
        name: apply
        {on}
        jobs:
          apply:
            permissions: {"{"} id-token: write {"}"}
            {(environment.Length == 0 ? "timeout-minutes: 5" : environment)}
            {(condition.Length == 0 ? "runs-on: ubuntu-24.04" : condition)}
            steps:
              {step}
        """);
}
