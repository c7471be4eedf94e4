using System.Text;

namespace Orchestrator.Review.Output;

/// <summary>Text from a plan on a terminal: a value must not move the cursor or change colours.</summary>
internal static class PlainText
{
    /// <summary>The text in one line, with control characters and what turns the direction of writing spelled out.</summary>
    internal static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(rune.Value == '\n' ? "\\n" : Rune.IsControl(rune) || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x2028 or 0x2029 ? $"\\u{rune.Value:x4}" : rune.ToString());
        }
        return line.ToString();
    }
}
