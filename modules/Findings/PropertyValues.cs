using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Findings;

/// <summary>A value that a declaration says.</summary>
/// <param name="Path">Its path below the declaration.</param>
/// <param name="Owner">The kind of what it is a property of.</param>
/// <param name="Property">The property's name, for an element of a list or a map too.</param>
/// <param name="Value">The value.</param>
internal sealed record PropertyValue(string Path, Type Owner, string Property, IValue Value);

/// <summary>Every value of a declaration, for rules about all properties of a kind. What is declared by itself, and what a name refers to, is left to its own declaration.</summary>
internal static class PropertyValues
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> Properties = new();
    private static readonly ConcurrentDictionary<Type, bool> Records = new();

    /// <summary>The values, in the order of the properties.</summary>
    internal static IEnumerable<PropertyValue> Of(IProps props) => In(props, "");

    /// <summary>The maps of a declaration that have a name, wherever they are.</summary>
    internal static IEnumerable<(string Path, IReadOnlyDictionary<string, Value<string>> Map)> MapsNamed(string property, IProps props) =>
        PropertiesOf(props.GetType()).Where(candidate => candidate.Name == property).Select(candidate => candidate.GetValue(props)).OfType<IReadOnlyDictionary<string, Value<string>>>().Select(map => (PropertyPath.CamelCase(property), map));

    private static IEnumerable<PropertyValue> In(object record, string path) =>
        PropertiesOf(record.GetType()).SelectMany(property => Of(property.GetValue(record), PropertyPath.Join(path, PropertyPath.CamelCase(property.Name)), record.GetType(), property.Name));

    private static IEnumerable<PropertyValue> Of(object? value, string path, Type owner, string property) => value switch
    {
        null => [],
        IValue single => [new PropertyValue(path, owner, property, single)],
        IDictionary map => map.Keys.Cast<object>().SelectMany(key => Of(map[key], $"{path}.{key}", owner, property)),
        IEnumerable list => list.Cast<object>().SelectMany((element, index) => Of(element, $"{path}[{index}]", owner, property)),
        _ when IsRecord(value.GetType()) && value is not IProps => In(value, path),
        _ => [],
    };

    private static IReadOnlyList<PropertyInfo> PropertiesOf(Type type) => Properties.GetOrAdd(type, static type =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetIndexParameters().Length == 0 && MayHoldValues(property.PropertyType))]);

    private static bool MayHoldValues(Type type) => !type.IsValueType && type != typeof(string);

    /// <summary>The compiler gives every record a method to copy it by.</summary>
    private static bool IsRecord(Type type) => Records.GetOrAdd(type, static type => type.GetMethod("<Clone>$") is not null);
}
