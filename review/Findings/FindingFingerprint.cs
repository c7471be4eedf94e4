using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Review.Findings;

/// <summary>What tells a finding from others and from itself after a change.</summary>
internal static class FindingFingerprint
{
    private const int Length = 16;

    /// <summary>The fingerprint of rule, address, attribute and the value after.</summary>
    internal static string Of(string rule, string address, string attribute, string after) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', rule, address, attribute, after))))[..Length];
}
