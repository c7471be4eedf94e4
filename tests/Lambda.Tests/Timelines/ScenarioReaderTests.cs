using Orchestrator.Simulation.Play;

namespace Orchestrator.Lambda.Tests.Timelines;

public sealed class ScenarioReaderTests
{
    private const string Broken = """
        minutes: 500
        addresses: [10.0.0.1, ten]
        al: true
        needs: 0
        healthyAfter: soon
        settings:
          SYNC_FLOR: 2
          SYNC_MAX_REMOVALS: many
        events:
          - { at: 3m5s, leave: [10.0.0.1] }
          - { at: 4m, dns: sleeps }
          - { leave: [] }
          - 7
          - { at: 5m }
        """;

    [Fact]
    public Task All_mistakes_are_told_at_once_with_their_places() =>
        Verify(string.Join('\n', Assert.Throws<ScenarioException>(() => ScenarioReader.Read("mine.yaml", Broken)).Problems), Snapshots.Settings);

    [Theory]
    [InlineData("", "mine.yaml:1:1: a scenario is one YAML map with ")]
    [InlineData("- 1", "mine.yaml:1:1: a scenario is one YAML map with ")]
    [InlineData("a: [", "mine.yaml:")]
    [InlineData("a: 1\na: 2", "mine.yaml:")]
    public void What_is_no_map_is_refused(string text, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<ScenarioException>(() => ScenarioReader.Read("mine.yaml", text)).Problems[0].ToString(), StringComparison.Ordinal);
}
