using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Manifest;

/// <summary>Makes what stands for a named thing: its attributes are expressions, its props are found once the manifest has been read.</summary>
internal sealed class References(IReadOnlyDictionary<string, IProps> declared)
{
    private readonly Dictionary<string, object> _made = [];

    /// <summary>
    /// What stands for a declared thing; the same object each time. Null where the thing itself is wrong and stands for nothing: then its own
    /// problem is enough.
    /// </summary>
    internal object? Declared(Type type, string section, string name)
    {
        var path = $"{section}.{name}";
        if (!_made.TryGetValue(path, out var reference) && Make(type, name, path) is { } made)
        {
            _made[path] = reference = made;
        }
        return reference;
    }

    /// <summary>What stands for a thing outside the manifest.</summary>
    internal static object Existing(Type type, string id) => type switch
    {
        _ when type == typeof(ISecurityGroup) => new ExistingSecurityGroup(id),
        _ when type == typeof(ITargetGroup) => new ExistingTargetGroup(id),
        _ => throw new InvalidOperationException($"{type.Name} cannot stand for something that exists already"),
    };

    private object? Make(Type type, string name, string path) => type switch
    {
        _ when type == typeof(ISubnet) => declared.GetValueOrDefault(path),
        _ when type == typeof(ISecurityGroup) => new DeclaredSecurityGroup(name, () => (SecurityGroupProps?)declared.GetValueOrDefault(path)),
        _ when type == typeof(ITargetGroup) => new DeclaredTargetGroup(name, () => (TargetGroupProps?)declared.GetValueOrDefault(path)),
        _ => throw new InvalidOperationException($"{type.Name} is not a reference"),
    };
}
