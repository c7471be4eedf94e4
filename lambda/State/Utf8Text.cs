namespace Orchestrator.Lambda.State;

/// <summary>Texts in UTF-8.</summary>
internal static class Utf8Text
{
    /// <summary>A text without the byte order mark that some editors put in front of it.</summary>
    internal static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> text) => text.StartsWith("\uFEFF"u8) ? text["\uFEFF"u8.Length..] : text;
}
