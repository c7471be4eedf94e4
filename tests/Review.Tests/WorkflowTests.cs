using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Orchestrator.Review.Tests;

/// <summary>The workflows that are ready to be copied.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(Repository.PathOf("docs", "workflows"), "*.yml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_is_yaml_and_pins_every_action_by_commit(string name)
    {
        var text = Text(name);

        Assert.NotEmpty(Load(text).Children);
        Assert.All(Uses().Matches(text), use => Assert.Matches("@[0-9a-f]{40} # v[0-9.]+$", use.Value));
    }

    [Theory]
    [InlineData("github-plan.yml")]
    [InlineData("github-apply.yml")]
    [InlineData("github-deploy.yml")]
    public void A_workflow_has_no_permission_that_its_job_does_not_ask_for(string name)
    {
        var root = Load(Text(name));

        Assert.Empty(((YamlMappingNode)root.Children[new YamlScalarNode("permissions")]).Children);
        foreach (var job in ((YamlMappingNode)root.Children[new YamlScalarNode("jobs")]).Children.Values.Cast<YamlMappingNode>())
        {
            var permissions = ((YamlMappingNode)job.Children[new YamlScalarNode("permissions")]).Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString());
            Assert.Equal(("read", "write"), (permissions["contents"], permissions["id-token"]));
        }
    }

    [Fact]
    public void The_marker_that_the_workflow_looks_for_is_the_one_that_the_comment_begins_with() =>
        Assert.Contains(Orchestrator.Review.Output.ReviewMarkdown.Of(Given.Review(Given.Changes("{}")), "$STACK").Split('\n')[0].Replace("_STACK", "$STACK", StringComparison.Ordinal), Text("github-apply.yml"), StringComparison.Ordinal);

    private static string Text(string name) => File.ReadAllText(Repository.PathOf("docs", "workflows", name));

    private static YamlMappingNode Load(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    [GeneratedRegex("uses: .*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Uses();
}
