using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Diagram;

/// <summary>A node's id in Mermaid, which takes letters, digits and underscores, and gives some words a meaning of their own.</summary>
internal static class MermaidId
{
    private const int HashLength = 8;
    private const int LongestReadable = 40;

    /// <summary>The readable part of the id and a hash of the whole: two ids that differ only in punctuation stay apart.</summary>
    internal static string Of(string id)
    {
        var readable = string.Concat(id.Take(LongestReadable).Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'));
        return $"n_{readable}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..HashLength]}";
    }
}
