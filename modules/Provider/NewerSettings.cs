using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Provider;

/// <summary>The settings in use that the lowest supported version of the AWS provider lacks.</summary>
internal static class NewerSettings
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(ShapeProperty Property, SinceAttribute? Since)>> Known = new();

    /// <summary>What a property or a member needs; null where every supported version has it.</summary>
    internal static SinceAttribute? Of(MemberInfo member) => member.GetCustomAttribute<SinceAttribute>();

    /// <summary>The settings in a declaration, without those of what is declared in it.</summary>
    internal static IEnumerable<(string Path, SinceAttribute Since)> In(IProps props) => InRecord(props, "");

    private static IEnumerable<(string Path, SinceAttribute Since)> InRecord(object record, string path)
    {
        foreach (var (property, since) in PropertiesOf(record.GetType()))
        {
            if (property.Property.GetValue(record) is not { } value)
            {
                continue;
            }
            var at = PropertyPath.Join(path, property.Key);
            if (since is not null && IsSet(value))
            {
                yield return (at, since);
            }
            foreach (var found in InValue(value, at))
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<(string Path, SinceAttribute Since)> InValue(object value, string path) => value switch
    {
        IProps => [],
        IValue { Literal: Enum member } => InMember(member, path),
        Enum member => InMember(member, path),
        IValue or string => [],
        IDictionary map => map.Keys.Cast<object>().SelectMany(key => InValue(map[key]!, $"{path}.{key}")),
        IEnumerable list => list.Cast<object>().SelectMany((element, index) => InValue(element, $"{path}[{index}]")),
        _ => InRecord(value, path),
    };

    private static IEnumerable<(string Path, SinceAttribute Since)> InMember(Enum member, string path) =>
        member.GetType().GetField(member.ToString()) is { } field && Of(field) is { } since ? [(path, since)] : [];

    private static bool IsSet(object value) => value switch
    {
        IValueList { Expression: not null } => true,
        ICollection collection => collection.Count > 0,
        IEnumerable list and not string => list.Cast<object>().Any(),
        _ => true,
    };

    /// <summary>The properties that are marked, or that lead to one that is.</summary>
    private static IReadOnlyList<(ShapeProperty Property, SinceAttribute? Since)> PropertiesOf(Type type) => Known.GetOrAdd(type, static type =>
        [.. Shape.Of(type).Properties.Select(property => (property, Of(property.Property))).Where(property => property.Item2 is not null || Leads(property.property.Type, []))]);

    private static bool Leads(Type type, HashSet<Type> visited)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? type.GetFields(BindingFlags.Public | BindingFlags.Static).Any(member => Of(member) is not null)
            : type.IsGenericType ? Leads(type.GetGenericArguments()[^1], visited)
            : type.Assembly == typeof(NewerSettings).Assembly && !type.IsInterface && !type.IsAssignableTo(typeof(IProps)) && visited.Add(type)
                && Shape.Of(type).Properties.Any(property => Of(property.Property) is not null || Leads(property.Type, visited));
    }
}
