using System.Text.RegularExpressions;

namespace Orchestrator.Lambda.Tests.Operator;

/// <summary>The operator's page shows what the commands print, and its commands work.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "operating-the-sync.md"));

    public static TheoryData<string> CommandLines => [.. FencedCommand().Matches(Page).Select(match => match.Groups["arguments"].Value).Distinct()];

    [Theory]
    [MemberData(nameof(CommandLines))]
    public void A_command_that_asks_the_function_works(string arguments)
    {
        using var installation = new Installation();

        var result = installation.Run(arguments.Split(' '));

        Assert.Equal("", result.Error);
        Assert.Contains(result.ExitCode, new[] { 0, 2 });
    }

    [Theory]
    [InlineData("Operator", "StatusAndRunTests.An_operator_looks_tries_applies_and_looks_again")]
    [InlineData("Operator", "SimulateTests.Without_a_scenario_both_algorithms_play_them_all")]
    [InlineData("Timelines", "TimelineTests.A_timeline_is_as_approved_scenario=full-replacement_algorithm=Sync")]
    public void The_page_shows_what_a_command_prints(string folder, string snapshot)
    {
        var approved = File.ReadAllText(Repository.PathOf("tests", "Lambda.Tests", folder, "Snapshots", $"{snapshot}.verified.txt"));

        Assert.All(Command().Split(approved).Select(part => part.Trim('\n')), part => Assert.Contains(part, Page, StringComparison.Ordinal));
    }

    [GeneratedRegex("^\\./orchestrator (?<arguments>sync (status|run) .*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FencedCommand();

    [GeneratedRegex("^\\$ sync .*$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
