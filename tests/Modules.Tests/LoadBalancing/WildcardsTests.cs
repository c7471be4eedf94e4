using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Orchestrator.Modules.LoadBalancing;

namespace Orchestrator.Modules.Tests.LoadBalancing;

public sealed class WildcardsTests
{
    private static readonly Gen<string> Patterns = Gen.Choose(0, 4).SelectMany(length => Gen.Elements("ab*?".ToCharArray()).ListOf(length)).Select(string.Concat);

    /// <summary>Every text that the patterns could need: what two short patterns have in common, they have in common in a short text.</summary>
    private static readonly string[] Texts = [.. Enumerable.Range(0, 9).SelectMany(TextsOf)];

    [Theory]
    [InlineData("/api/*", "/api/orders/*", true)]
    [InlineData("/api/*", "/web/*", false)]
    [InlineData("*", "", true)]
    [InlineData("?", "", false)]
    [InlineData("*.example.com", "shop.example.*", true)]
    [InlineData("*.png", "/images/*", true)]
    [InlineData("a*b", "a*c", false)]
    public void Two_patterns_meet_where_a_text_fits_both(string one, string other, bool expected)
    {
        Assert.Equal(expected, Wildcards.Meet(one, other));
        Assert.Equal(expected, Wildcards.Meet(other, one));
    }

    [Fact]
    public void They_meet_exactly_where_trying_every_text_finds_one() =>
        Prop.ForAll(Patterns.ToArbitrary(), Patterns.ToArbitrary(), (one, other) => Wildcards.Meet(one, other) == Texts.Any(text => Fits(text, one) && Fits(text, other))).Hold(cases: 300);

    private static bool Fits(string text, string pattern) => Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*").Replace("\\?", ".")}$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> TextsOf(int length) =>
        length == 0 ? [""] : TextsOf(length - 1).SelectMany(text => new[] { text + "a", text + "b" });
}
