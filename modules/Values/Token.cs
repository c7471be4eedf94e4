namespace Orchestrator.Modules.Values;

/// <summary>Recognises the placeholders that CDKTF hands out for values it has not resolved yet, without asking CDKTF.</summary>
internal static class Token
{
    /// <summary>Whether a string is, or contains, a CDKTF token: <c>${TfToken[TOKEN.7]}</c>.</summary>
    internal static bool IsIn(string text) => text.Contains("${TfToken[", StringComparison.Ordinal);
}
