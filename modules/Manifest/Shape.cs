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

    /// <summary>Whether a property that is reached by its keys must be there, and so everything on the way to it.</summary>
    internal static bool IsRequired(Type top, string path)
    {
        foreach (var key in path.Split('.'))
        {
            var property = Of(top).ByKey[key];
            if (!property.IsRequired)
            {
                return false;
            }
            top = property.Type;
        }
        return true;
    }

    /// <summary>The rule under which a key is reported that it does not have.</summary>
    internal Rule UnknownKey => Type.GetCustomAttribute<RefusesUnknownKeysAttribute>() is { } refuses ? RuleCatalogue.Get(refuses.Rule) : ManifestRules.UnknownKey;

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

    /// <summary>Whether nobody may read its value.</summary>
    internal bool IsSecret { get; } = property.IsDefined(typeof(SecretAttribute));

    /// <summary>The rule under which a value of the wrong kind is reported.</summary>
    internal Rule Enforces => field ??= Property.GetCustomAttribute<EnforcesAttribute>() is { } enforces ? RuleCatalogue.Get(enforces.Rule) : ManifestRules.Type;
}
