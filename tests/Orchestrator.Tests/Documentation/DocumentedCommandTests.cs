using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Orchestrator.Tests.Documentation;

public sealed partial class DocumentedCommandTests
{
    /// <summary>
    /// The command lines in the fenced blocks, each once. Left out are those of the page about deploying, whose own test runs them in their order, those
    /// that ask a deployed function, which tests/Lambda.Tests/Operator runs against one, and those that pack, which Installed runs.
    /// </summary>
    public static TheoryData<string> CommandLines =>
    [
        .. PagePaths().Where(page => Path.GetFileName(page) != "deploy.md").Select(File.ReadAllText)
            .SelectMany(page => FencedCommand().Matches(page)).Select(match => match.Groups["line"].Value).Distinct()
            .Where(line => !new[] { "./orchestrator sync status", "./orchestrator sync run", "./orchestrator pack " }.Any(left => line.StartsWith(left, StringComparison.Ordinal))),
    ];

    /// <summary>The commands that a page mentions in its text.</summary>
    public static TheoryData<string> MentionedCommands => [.. Pages().SelectMany(page => MentionedCommand().Matches(page)).Select(match => match.Groups["command"].Value).Distinct()];

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void A_command_line_in_the_documentation_works(string line)
    {
        // The tests cannot run themselves.
        var arguments = line == "./orchestrator test" ? ["test", "--help"] : line.Split(' ')[1..];

        var result = Launcher.Run(arguments);

        // A review that works also tells by its exit code what it found.
        var good = arguments[0] == "review" ? new[] { 0, 2, 3 } : [0];
        Assert.True(good.Contains(result.ExitCode), $"{line}: {result.Error}");
    }

    [Theory]
    [MemberData(nameof(MentionedCommands))]
    public void A_command_that_the_documentation_mentions_exists(string command) => Assert.Equal(0, Launcher.Run(command, "--help").ExitCode);

    [Theory]
    [InlineData("Orchestrator.Tests/Commands/Snapshots/SynthTests.It_prints_what_it_made_and_where")]
    [InlineData("Modules.Tests/StaticIp/Snapshots/StaticIpDiagramTests.The_path_leads_from_the_static_addresses_to_the_application_load_balancer_and_its_targets_example=static-ip")]
    public void The_readme_shows_what_a_command_prints(string snapshot) =>
        Assert.Contains(
            File.ReadAllText(Repository.PathOf("tests", $"{snapshot}.verified.txt")).TrimEnd('\n'),
            File.ReadAllText(Repository.PathOf("README.md")),
            StringComparison.Ordinal);

    [Fact]
    public void The_readme_counts_the_rules()
    {
        var rules = JsonNode.Parse(Launcher.Run("rules", "--format", "json").Output)!["rules"]!.AsArray();

        Assert.Contains($"[{rules.Count} rules](docs/rules.md), of which {rules.Count(rule => (string)rule!["level"]! == "error")} stop synthesis", File.ReadAllText(Repository.PathOf("README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_readme_shows_findings_that_check_prints()
    {
        var printed = File.ReadAllLines(Repository.PathOf("tests", "Orchestrator.Tests", "Commands", "Snapshots", "CheckTests.All_findings_come_at_once_with_their_places.verified.txt"));
        var shown = File.ReadAllLines(Repository.PathOf("README.md")).Where(line => line.StartsWith("error ", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(shown);
        Assert.Subset(printed.ToHashSet(), shown.ToHashSet());
    }

    /// <summary>The example is compiled and run by tests/Modules.Tests and, from the packages, by Installed.</summary>
    [Fact]
    public void The_page_about_csharp_shows_the_example()
    {
        var shown = ShownFile().Matches(File.ReadAllText(Repository.PathOf("docs", "compose-in-csharp.md"))).ToDictionary(match => match.Groups["file"].Value, match => match.Groups["text"].Value);

        Assert.Equal(["Shop.Tests/ShopStackTests.cs", "Shop/Program.cs", "Shop/Shop.csproj", "Shop/ShopStack.cs"], shown.Keys.Order(StringComparer.Ordinal));
        Assert.All(shown, file => Assert.Equal(File.ReadAllText(Repository.PathOf("examples", "csharp", file.Key)), file.Value));
    }

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        var broken = PagePaths().SelectMany(page => Link().Matches(File.ReadAllText(page)).Select(match => Path.Combine(Path.GetDirectoryName(page)!, match.Groups["target"].Value))).Where(target => !Path.Exists(target));

        Assert.Empty(broken);
    }

    private static IEnumerable<string> PagePaths() =>
        Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Repository.Root, "*.md")).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Pages() => PagePaths().Select(File.ReadAllText);

    [GeneratedRegex("^(?<line>\\./orchestrator.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FencedCommand();

    [GeneratedRegex("`(STANDINS=[a-z]+ )?\\./orchestrator (?<command>[a-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MentionedCommand();

    [GeneratedRegex("\\]\\(\\.\\./examples/csharp/(?<file>[^)]+)\\)\n\n```[a-z]+\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ShownFile();

    [GeneratedRegex("\\]\\((?<target>[^):#]+)\\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
