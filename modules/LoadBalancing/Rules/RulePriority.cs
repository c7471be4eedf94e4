using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Names;
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

    /// <summary>The priority of a rule that names none: at a listener that exists, which other stacks may have rules at, it comes from the stack's name too.</summary>
    /// <param name="model">The model that the rule is in.</param>
    /// <param name="rule">The rule.</param>
    public static int Of(Model model, Declaration<ApplicationListenerRuleProps> rule) =>
        rule.Props.ListenerArn(rule) is { IsLiteral: true } listener ? Of(rule.Name, listener, ResourceNames.StackOf(model, rule)) : Of(rule.Name);

    /// <summary>The same by what it depends on.</summary>
    /// <param name="name">The rule's name.</param>
    /// <param name="listener">The listener's ARN, which is a literal where the listener exists; null where it is not known.</param>
    /// <param name="stack">The stack's name; null where it is not known.</param>
    internal static int Of(string name, Value<string>? listener, string? stack) => listener is { IsLiteral: true } && stack is not null ? Of($"{stack}/{name}") : Of(name);

    /// <summary>The same number, computed by Terraform from a name that only it knows.</summary>
    internal static Expression Expression(Value<string> name) =>
        Values.Expression.Of($"{Lowest} + parseint(substr(sha256({name}), 0, 8), 16) % {Highest - Lowest + 1}");
}
