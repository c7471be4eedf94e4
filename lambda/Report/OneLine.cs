namespace Orchestrator.Lambda.Report;

/// <summary>Texts that others have written, such as the message of an error, on one line: in a log, the next line would be taken for one of ours.</summary>
internal static class OneLine
{
    /// <summary>The text with a space for each control character and line separator.</summary>
    internal static string Of(string text) => string.Create(text.Length, text, static (characters, text) =>
    {
        for (var index = 0; index < text.Length; index++)
        {
            characters[index] = char.IsControl(text[index]) || text[index] is '\u2028' or '\u2029' ? ' ' : text[index];
        }
    });
}
