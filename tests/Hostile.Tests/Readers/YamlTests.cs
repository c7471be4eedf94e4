using Orchestrator.Text;
using YamlDotNet.Core;

namespace Orchestrator.Hostile.Tests.Readers;

/// <summary>Texts that the library would end the process at, or never come back from.</summary>
public sealed class YamlTests
{
    private const int Many = 100_000;

    public static TheoryData<string, string> Hostile => new()
    {
        { string.Concat(Enumerable.Repeat("[", Many)), "more than 64 levels are nested" },
        { string.Concat(Enumerable.Repeat("{a: ", Many)), "more than 64 levels are nested" },
        { string.Concat(Enumerable.Repeat("- ", Many)), "more than 64 levels are nested" },
        { "a: &a [*a]", "*a is within what it stands for" },
        { "a: &a { b: { c: *a } }", "*a is within what it stands for" },
        { "? [a, b]\n: 1", "a key is a text" },
        { "a: [10.0.0s the DNS serves\nb: [1]", "the text ends too early or goes on too long" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void They_are_refused(string text, string why) => Assert.StartsWith(why, Assert.Throws<YamlException>(() => YamlInput.Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void An_anchor_that_is_used_again_is_read() => Assert.Single(YamlInput.Read("a: &a { b: [1, 2] }\nc: *a\nd: { e: *a }"));
}
