using System.Text;
using System.Text.RegularExpressions;

namespace Orchestrator.Tests.Commands;

public sealed partial class MarkdownTests : IDisposable
{
    private const int Longest = 65_000;

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public Task The_findings_are_a_comment_for_a_pull_request()
    {
        var result = _scratch.Run("check", _scratch.Write("web.yaml", BrokenManifest.Text), "--format", "markdown");

        Assert.Equal((3, ""), (result.ExitCode, result.Error));
        return Verify(result.Output, "md", Snapshots.Settings);
    }

    [Fact]
    public void Without_findings_it_is_one_line()
    {
        var manifest = _scratch.Write("web.yaml", "app: web\nenvironment: test\nregion: eu-central-1\nnetwork: { vpcId: vpc-0a1b2c3d4e5f60718, subnets: {} }\n");

        Assert.Equal((0, "**0 errors, 0 warnings in 1 manifest**\n"), (_scratch.Run("check", manifest, "--format", "markdown").ExitCode, _scratch.Run("check", manifest, "--format", "markdown").Output));
    }

    [Fact]
    public void What_a_manifest_says_is_shown_and_not_rendered()
    {
        var comment = Check("\"</summary><img src=x>`@everyone` [a](https://example.com)\": 1\n");

        Assert.Contains("<code>&lt;/summary&gt;&lt;img src=x&gt;`&#64;everyone` [a](https://example.com)</code>", comment, StringComparison.Ordinal);
        Assert.Contains("- got: ``\"</summary><img src=x>`@everyone` [a](https://example.com)\"``\n", comment, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", Code().Replace(comment, ""), StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", Code().Replace(comment, ""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_comment_that_would_be_too_long_ends_with_a_whole_finding_and_a_count_of_the_others()
    {
        var text = new StringBuilder("targetGroups:\n");
        foreach (var number in Enumerable.Range(1, 500))
        {
            text.Append($"  app-{number}: {{ targetType: ip, port: 0 }}\n");
        }

        var comment = Check(text.ToString());

        var shown = Regex.Count(comment, "^<details>", RegexOptions.Multiline, TimeSpan.FromSeconds(1));
        Assert.InRange(comment.Length, Longest - 1000, Longest);
        Assert.Equal(shown, Regex.Count(comment, "^</details>", RegexOptions.Multiline, TimeSpan.FromSeconds(1)));
        Assert.EndsWith($"\n{504 - shown} more of 504 are left out: a comment has at most 65,000 characters. `./orchestrator check` prints all of them.\n", comment, StringComparison.Ordinal);
    }

    private string Check(string text) => _scratch.Run("check", _scratch.Write("web.yaml", text), "--format", "markdown").Output;

    [GeneratedRegex("(?<ticks>`+)[^`].*?(?<!`)\\k<ticks>(?!`)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
