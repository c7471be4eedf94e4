using System.Text.RegularExpressions;

namespace Orchestrator.Tests.Shared;

/// <summary>What the pages have people type: the lines with a dollar sign in blocks of <c>console</c>.</summary>
public static partial class ConsoleBlocks
{
    /// <summary>The commands of a page, in their order.</summary>
    public static IReadOnlyList<string> Of(string page) =>
        [.. Block().Matches(File.ReadAllText(page)).SelectMany(block => Command().Matches(block.Groups["text"].Value)).Select(command => command.Groups["line"].Value)];

    [GeneratedRegex("```console\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();

    [GeneratedRegex("^\\$ (?<line>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();
}
