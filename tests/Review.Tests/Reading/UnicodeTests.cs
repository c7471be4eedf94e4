using System.Text;
using Orchestrator.Review.Plans;
using Orchestrator.Review.Rules;
using Orchestrator.Review.Settings;

namespace Orchestrator.Review.Tests.Reading;

/// <summary>Texts that are not Unicode: they are told when the plan is read, wherever they stand, and not when a rule asks for them.</summary>
public sealed class UnicodeTests
{
    private const string Half = "\\ud800";
    private const string Frame = """{ "format_version": "1.2", "resource_changes": [{ "address": "aws_lb.a", "mode": "managed", "type": "aws_lb", "name": "a", "change": { "actions": ["update"], "before": { "name": "KEPT" }, "after": { "name": "b", "MEMBER": 1 } } }], "output_changes": { "OUTPUT": { "actions": ["create"], "after": "c" } }, "prior_state": { "values": { "root_module": { "resources": [{ "address": "aws_lb.a", "values": { "name": "PRIOR" }, "sensitive_values": { "name": true } }] } } }, "TOP": 1 }""";

    public static TheoryData<string> Places => ["aws_lb.a", "KEPT", "MEMBER", "OUTPUT", "PRIOR", "TOP"];

    [Theory]
    [MemberData(nameof(Places))]
    public void Half_a_character_is_told_with_its_place(string place) => Assert.Matches("^the plan has a text that is not Unicode, in the value that begins at byte [0-9]+: .*make it again with terraform show -json$", Message(Encoding.UTF8.GetBytes(Frame.Replace(place, Half, StringComparison.Ordinal))));

    [Theory]
    [MemberData(nameof(Places))]
    public void Bytes_that_are_no_utf8_are_told_with_their_place(string place)
    {
        var bytes = Encoding.Latin1.GetBytes(Frame.Replace(place, "a\u00ff\u00fe", StringComparison.Ordinal));

        Assert.Matches("^the plan has a text that is not Unicode, ", Message(bytes));
    }

    [Theory]
    [InlineData("\\ud83d\\ude00")]
    [InlineData("\\uD83D\\uDE00 \\u003c \\\\ud800")]
    [InlineData("größer")]
    public void Whole_characters_are_read(string text) => Assert.Single(PlanReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(Frame.Replace("KEPT", text, StringComparison.Ordinal)))).Changes);

    [Fact]
    public void Files_beside_a_plan_are_told_of_too()
    {
        var text = $$"""{ "acknowledgements": [{ "rule": "PLAN01", "address": "{{Half}}", "fingerprint": "a", "reason": "b", "expires": "2030-12-31" }] }""";

        var exception = Assert.Throws<InvalidInputException>(() => Acknowledgements.AcknowledgementReader.Read("acks.json", text, PlanRules.All));

        Assert.Equal("acks.json: this holds an escape that is half a character, a surrogate without the other one: write whole characters", exception.Message);
    }

    private static string Message(byte[] bytes) => Assert.Throws<UnreadablePlanException>(() => PlanReader.Read(new MemoryStream(bytes))).Message;
}
