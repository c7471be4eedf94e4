using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Modules.Synthesis;

/// <summary>The name that CDKTF gives what has none: what can be read of its ids, and a hash of them.</summary>
internal static class UniqueId
{
    private const int LongestName = 255;
    private const int LongestReadable = 240;
    private const int HashLength = 8;

    /// <summary>The name of what these ids lead to, from below the stack.</summary>
    /// <exception cref="NativeGapException">CDKTF has no name for it.</exception>
    internal static string Of(IEnumerable<string> ids)
    {
        var path = ids.Where(static id => id != "Default").ToList();
        if (path is [var only] && Readable(only) is { Length: <= LongestName } name)
        {
            return name;
        }
        var readable = string.Join('_', WithoutRepetitions(path).Where(static id => id != "Resource").Select(Readable));
        return path.Count > 0 ? $"{readable[..Math.Min(readable.Length, LongestReadable)]}_{Hash(string.Join('/', path))}" : throw new NativeGapException("a construct without a name");
    }

    private static IEnumerable<string> WithoutRepetitions(IEnumerable<string> ids)
    {
        string? before = null;
        foreach (var id in ids)
        {
            if (before?.EndsWith(id, StringComparison.Ordinal) != true)
            {
                yield return before = id;
            }
        }
    }

    private static string Readable(string id) => new([.. id.Where(static character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-')]);

    [SuppressMessage("Security", "CA5351", Justification = "A name, not a secret; CDKTF's.")]
    private static string Hash(string path) => Convert.ToHexString(MD5.HashData(Encoding.UTF8.GetBytes(path)))[..HashLength];
}
