using System.Text.Encodings.Web;
using System.Text.Json;
using Orchestrator.Text;

namespace Orchestrator.Hostile.Tests.Output;

public sealed class PlainTextTests
{
    private const int Texts = 10_000;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    [Fact]
    public void Nothing_that_can_command_a_reader_gets_through() =>
        Harmless.Check(string.Join('\n', Enumerable.Range(0, Texts).Select(number => PlainText.Line(HostileText.Of(number)))));

    [Fact]
    public void A_page_of_values_in_a_line_each_can_command_nobody() =>
        Harmless.Check(PlainText.Page(string.Join('\n', Enumerable.Range(0, Texts).Select(number => PlainText.Of(HostileText.Of(number))))));

    [Fact]
    public void A_second_time_changes_nothing() =>
        Assert.All(Enumerable.Range(0, Texts).Select(HostileText.Of), text => Assert.Equal(PlainText.Page(PlainText.Line(text)), PlainText.Line(text)));

    [Fact]
    public void Json_says_what_it_said()
    {
        var texts = Enumerable.Range(0, Texts).Select(HostileText.Of).ToArray();

        Assert.Equal(texts, JsonSerializer.Deserialize<string[]>(PlainText.Page(JsonSerializer.Serialize(texts, Readable))));
    }

    [Theory]
    [InlineData("Größe 10 → 20 × 👍", "Größe 10 → 20 × 👍")]
    [InlineData("a\e[31mb", @"a\u001b[31mb")]
    [InlineData("a\nb\r\tc", @"a\nb\r\tc")]
    [InlineData("\U000e0041", @"\udb40\udc41")]
    [InlineData("a ##[error]b ##vso[c]d", @"a \u0023#[error]b \u0023#vso[c]d")]
    [InlineData("from ::/0", "from ::/0")]
    [InlineData(" ::error::a", @" \u003a:error::a")]
    public void What_is_spelled_out_can_be_read(string text, string plain) => Assert.Equal(plain, PlainText.Line(text));

    [Fact]
    public void Half_a_character_is_spelled_out() => Assert.Equal(@"a\ud800b", PlainText.Of("a\ud800b"));

    [Fact]
    public void The_colours_of_this_program_and_no_others_stay_where_they_are_wanted() =>
        Assert.Equal("\e[31mred\e[0m \\u001b[8mhidden \\u001b[2J\n", PlainText.Page("\e[31mred\e[0m \e[8mhidden \e[2J\n", keepsColors: true));
}
