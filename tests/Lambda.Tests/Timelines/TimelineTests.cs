using System.Xml.Linq;
using Orchestrator.Simulation.Play;
using Orchestrator.Simulation.Timelines;

namespace Orchestrator.Lambda.Tests.Timelines;

/// <summary>Every scenario that comes with the program, played by both algorithms.</summary>
public sealed class TimelineTests
{
    private static readonly string Folder = Repository.PathOf("simulation", "Scenarios");

    public static TheoryData<string, Algorithm> Plays
    {
        get
        {
            var plays = new TheoryData<string, Algorithm>();
            foreach (var name in Names())
            {
                plays.Add(name, Algorithm.Sync);
                plays.Add(name, Algorithm.Article);
            }
            return plays;
        }
    }

    public static TheoryData<string> Scenarios => [.. Names()];

    [Theory]
    [MemberData(nameof(Plays))]
    public Task A_timeline_is_as_approved(string scenario, Algorithm algorithm) => Verify(TimelineText.Of(Simulator.Play(Read(scenario), algorithm)), Snapshots.Settings).UseParameters(scenario, algorithm);

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void The_sync_function_never_loses_more_than_the_others_and_ends_with_what_the_dns_has(string scenario)
    {
        var timeline = Simulator.Play(Read(scenario), Algorithm.Sync);
        var others = ((Algorithm[])[Algorithm.Article, Algorithm.Nothing]).Select(algorithm => Simulator.Play(Read(scenario), algorithm)).ToList();

        Assert.All(timeline.Moments.Index(), moment => Assert.All(others, other => Assert.InRange(moment.Item.Lost, 0, other.Moments[moment.Index].Lost)));
        Assert.True(timeline.IsSettled);
    }

    [Theory]
    [InlineData("registration-fails")]
    [InlineData("partial-answers")]
    [InlineData("full-replacement")]
    public void The_articles_algorithm_loses_traffic(string scenario) => Assert.True(Simulator.Play(Read(scenario), Algorithm.Article).WorstLoss > 0.5);

    [Theory]
    [MemberData(nameof(Plays))]
    public void A_picture_is_well_formed_and_has_a_lane_for_each_address(string scenario, Algorithm algorithm)
    {
        var timeline = Simulator.Play(Read(scenario), algorithm);

        var picture = XDocument.Parse(TimelineSvg.Of(timeline));

        var texts = picture.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToHashSet();
        Assert.Subset(texts, timeline.Moments.SelectMany(moment => moment.Targets.Keys).Select(address => address.ToString()).ToHashSet());
        Assert.Equal(timeline.WorstLoss > 0, picture.Descendants().Count(element => (string?)element.Attribute("class") == "lost" && (double)element.Attribute("height")! > 0) > 1);
    }

    [Theory]
    [InlineData("sync-timeline.svg", Algorithm.Sync)]
    [InlineData("article-timeline.svg", Algorithm.Article)]
    public void The_pictures_in_the_documentation_are_current(string file, Algorithm algorithm) =>
        Assert.Equal(TimelineSvg.Of(Simulator.Play(Read("registration-fails"), algorithm)), File.ReadAllText(Repository.PathOf("docs", file)));

    private static IEnumerable<string> Names() => Directory.EnumerateFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    private static Scenario Read(string name) => ScenarioReader.Read($"{name}.yaml", File.ReadAllText(Path.Combine(Folder, $"{name}.yaml")));
}
