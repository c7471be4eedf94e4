using System.Text.Json;
using System.Text.Unicode;

namespace Orchestrator.Text;

/// <summary>Whether the texts of a JSON value are Unicode. A JSON reader takes them as bytes and fails only when one of them is asked for.</summary>
public static class JsonUnicode
{
    /// <summary>What is wrong with the first text that is not: invalid UTF-8, or an escape such as <c>\ud800</c> that is half a character; null where all are right.</summary>
    /// <param name="json">A whole JSON value that has been read once.</param>
    /// <param name="depth">The most levels that it has.</param>
    public static string? Problem(ReadOnlySpan<byte> json, int depth)
    {
        if (!Utf8.IsValid(json))
        {
            return "bytes that are not UTF-8";
        }
        return json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0 || !HasHalf(json, depth) ? null : "an escape that is half a character, a surrogate without the other one";
    }

    private static bool HasHalf(ReadOnlySpan<byte> json, int depth)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    reader.GetString();
                }
            }
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
