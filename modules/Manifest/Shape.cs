using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Manifest;

/// <summary>What a manifest may say where a record of props is expected: its properties by their keys.</summary>
internal sealed class Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    private Shape(Type type)
    {
        Type = type;
        Properties = [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.SetMethod is { IsPublic: true }).Select(property => new ShapeProperty(property))];
        ByKey = Properties.ToDictionary(property => property.Key);
    }

    /// <summary>The record.</summary>
    internal Type Type { get; }

    /// <summary>Its properties, in the order of their declaration.</summary>
    internal IReadOnlyList<ShapeProperty> Properties { get; }

    /// <summary>The same, by key.</summary>
    internal IReadOnlyDictionary<string, ShapeProperty> ByKey { get; }

    internal static Shape Of(Type type) => Known.GetOrAdd(type, static type => new Shape(type));
}

/// <summary>One property of a <see cref="Shape"/>.</summary>
internal sealed class ShapeProperty(PropertyInfo property)
{
    /// <summary>Its key in a manifest.</summary>
    internal string Key { get; } = PropertyPath.CamelCase(property.Name);

    internal PropertyInfo Property { get; } = property;

    internal Type Type { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

    internal bool IsRequired { get; } = property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>Where in the manifest its value stands when it is left out, or null.</summary>
    internal string? DefaultsTo { get; } = property.GetCustomAttribute<DefaultsToAttribute>()?.Path;

    /// <summary>The rule under which a value of the wrong kind is reported.</summary>
    internal Rule Enforces => Property.GetCustomAttribute<EnforcesAttribute>() is { } enforces ? RuleCatalogue.Get(enforces.Rule) : ManifestRules.Type;
}
