using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Priorities of rules that name none.</summary>
public static class RulePriority
{
    /// <summary>The lowest priority that is given; what is below is for explicit ones.</summary>
    public const int Lowest = 10_000;

    /// <summary>The highest priority that is given.</summary>
    public const int Highest = 49_999;

    /// <summary>
    /// A priority from <see cref="Lowest"/> to <see cref="Highest"/> that comes from the rule's name alone: no rule that is added, removed or
    /// moved changes it. Two names can have one priority, which RULE080 tells.
    /// </summary>
    /// <param name="name">The rule's name.</param>
    public static int Of(string name) =>
        Lowest + (int)(BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name))) % (Highest - Lowest + 1));

    /// <summary>The same number, computed by Terraform from a name that only it knows.</summary>
    internal static Expression Expression(Value<string> name) =>
        Values.Expression.Of($"{Lowest} + parseint(substr(sha256({HclExpression.Of(name)}), 0, 8), 16) % {Highest - Lowest + 1}");
}
