using Orchestrator.Cli.Testing;

namespace Orchestrator.Tests.Commands;

/// <summary>What <c>test</c> says in the end, of results as dotnet writes them.</summary>
public sealed class TestSummaryTests : IDisposable
{
    private const string Results = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
          <UnitTestResult testName="Shop.Tests.B(name: &quot;b&quot;)" outcome="Failed" />
          <UnitTestResult testName="Shop.Tests.A" outcome="Failed" />
          <UnitTestResult testName="Shop.Tests.C" outcome="Passed" />
          <UnitTestResult testName="Shop.Tests.D" outcome="NotExecuted" />
        </Results></TestRun>
        """;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void Every_test_that_failed_is_named_and_the_last_line_counts()
    {
        var run = TestRun.Of("Shop.Tests", 1, "", _scratch.PathOf(_scratch.Write("shop.trx", Results)));

        Assert.False(run.IsGood);
        Assert.Equal("failed: Shop.Tests.A\nfailed: Shop.Tests.B(name: \"b\")\n1 passed, 2 failed, 1 skipped\n", TestSummary.Of([run]));
    }

    [Fact]
    public void A_project_that_ended_before_its_results_were_written_is_named()
    {
        var run = TestRun.Of("Shop.Tests", 134, "", _scratch.PathOf("missing.trx"));

        Assert.False(run.IsGood);
        Assert.Equal("failed: Shop.Tests: it ended with 134, and no test has failed; what it printed is above\n0 passed, 0 failed\n", TestSummary.Of([run]));
    }
}
