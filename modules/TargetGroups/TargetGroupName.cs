using System.Security.Cryptography;
using System.Text;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>
/// Names for target groups that can be replaced: a group's own name and six hexadecimal digits that change exactly when an attribute
/// changes that AWS cannot change in place. So the replacement has another name and can exist beside what it replaces.
/// </summary>
internal static class TargetGroupName
{
    private const int Longest = 32;
    private const int Digits = 6;

    /// <param name="name">The group's own name; cut so that the whole has at most 32 characters.</param>
    /// <param name="forcing">The attributes whose change replaces the group, in a fixed order; null for one that is not set.</param>
    internal static string Of(string name, params ReadOnlySpan<string?> forcing)
    {
        var text = string.Join('\n', forcing.ToArray().Select(attribute => attribute ?? ""));
        var suffix = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
        return $"{Cut(name, Longest - Digits - 1)}-{suffix}";
    }

    private static string Cut(string name, int length) => (name.Length <= length ? name : name[..length]).TrimEnd('-');
}
