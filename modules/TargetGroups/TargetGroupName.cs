using System.Security.Cryptography;
using System.Text;
using Orchestrator.Modules.Values;

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
        return $"{PhysicalName.Cut(name, Longest - Digits - 1)}-{suffix}";
    }

    /// <summary>The same for attributes that Terraform knows only when it runs; the name is part of what the digits come from.</summary>
    /// <param name="name">The group's own name.</param>
    /// <param name="forcing">The attributes whose change replaces the group, in a fixed order; null for one that is not set.</param>
    internal static Values.Expression Expression(Value<string> name, IReadOnlyList<IValue?> forcing)
    {
        var texts = forcing.OfType<IValue>().Select(value => HclExpression.Of(value));
        return new($$"""{{PhysicalName.CutByTerraform(name, Longest - Digits - 1)}}-${substr(sha256(jsonencode([{{string.Join(", ", texts.Prepend(HclExpression.Of(name)))}}])), 0, {{Digits}})}""");
    }
}
