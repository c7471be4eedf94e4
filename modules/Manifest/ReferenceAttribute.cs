using System.Collections.Concurrent;
using System.Reflection;

namespace Orchestrator.Modules.Manifest;

/// <summary>Says how a manifest names what this interface stands for.</summary>
/// <param name="sections">
/// The sections whose keys are the names: with <c>targetGroups</c>, <c>targetGroup: web</c> refers to <c>targetGroups.web</c>. A part that is
/// <c>*</c> stands for any key, which becomes part of the name: with <c>applicationLoadBalancers.*.listeners</c>, <c>listener: web.https</c>
/// refers to <c>applicationLoadBalancers.web.listeners.https</c>.
/// </param>
[AttributeUsage(AttributeTargets.Interface | AttributeTargets.Class, Inherited = false)]
public sealed class ReferenceAttribute(params string[] sections) : Attribute
{
    private static readonly ConcurrentDictionary<Type, ReferenceAttribute?> Known = new();

    /// <summary>The sections whose keys are the names.</summary>
    public IReadOnlyList<string> Sections { get; } = sections;

    /// <summary>The key that names something outside the manifest instead, <c>targetGroup: { arn: … }</c>; null where only the sections count.</summary>
    public string? Existing { get; init; }

    /// <summary>The sections, for a message.</summary>
    internal string Described => string.Join(" or ", Sections);

    /// <summary>That of a type; null where a manifest does not name what it stands for.</summary>
    internal static ReferenceAttribute? Of(Type type) => Known.GetOrAdd(type, static type => type.GetCustomAttribute<ReferenceAttribute>());
}
