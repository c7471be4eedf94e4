namespace VerifyTests;

/// <summary>A snapshot has the newlines of no platform, whatever git has made of its file.</summary>
internal static class Newlines
{
    public static string Normalize(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
