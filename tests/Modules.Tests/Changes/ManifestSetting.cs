using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;
using YamlDotNet.RepresentationModel;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>A key that a manifest sets.</summary>
/// <param name="Path">The keys and indices from the top.</param>
/// <param name="Type">What it is bound to; null for what refers to another thing.</param>
/// <param name="IsEntry">Whether it is a name in a map, and no property.</param>
/// <param name="Declared">The kind of declaration that it belongs to.</param>
/// <param name="Bound">Its path there, with <c>*</c> for any name and <c>[]</c> for any element.</param>
internal sealed record ManifestSetting(IReadOnlyList<object> Path, Type Type, bool IsEntry, Type Declared, string Bound)
{
    /// <summary>The path as the findings have it.</summary>
    internal string Text => string.Concat(Path.Select((part, index) => part is int number ? $"[{number}]" : index == 0 ? $"{part}" : $".{part}"));

    /// <summary>Every key of a manifest but the names of its sections and the sections themselves: without those there is nothing left to have a setting.</summary>
    internal static IReadOnlyList<ManifestSetting> In(YamlMappingNode manifest) => [.. In(manifest, typeof(ManifestProps), [], typeof(ManifestProps), "")];

    /// <summary>The values that it may have beside the one that it has, as a manifest spells them.</summary>
    internal IEnumerable<string> OtherValues(string value) => Candidates(value).Distinct().Where(other => other != value);

    private IEnumerable<string> Candidates(string value)
    {
        if (Type == typeof(bool))
        {
            return ["true", "false"];
        }
        if (Type.IsEnum)
        {
            return Spelling.All(Type).Select(member => member.Text);
        }
        if (Type != typeof(int))
        {
            return [];
        }
        var bounds = RuleCatalogue.All.SelectMany(rule => rule.Bounds).Where(bound => bound.Path == Bound && bound.Declared.IsAssignableFrom(Declared)).Select(bound => bound.Constraint).ToList();
        return bounds.OfType<NumberBetween>().SelectMany(bound => new[] { bound.Minimum, bound.Maximum })
            .Concat(bounds.OfType<NumberAtLeast>().Select(bound => bound.Minimum))
            .DefaultIfEmpty(int.Parse(value) + 1)
            .Where(number => bounds.All(bound => bound.Accepts(number)))
            .Select(number => $"{number}");
    }

    private static IEnumerable<ManifestSetting> In(YamlNode node, Type type, IReadOnlyList<object> path, Type declared, string bound)
    {
        switch (node)
        {
            case YamlSequenceNode sequence when ElementOf(type) is { } element:
                return sequence.Children.SelectMany((item, index) => In(item, element, [.. path, index], declared, $"{bound}[]"));
            case YamlMappingNode mapping when ElementOf(type) is { } element:
                return mapping.Children.SelectMany(entry => Of(entry, element, isEntry: true, path, declared, Join(bound, "*")));
            case YamlMappingNode mapping when type is { IsInterface: false } && !typeof(IValue).IsAssignableFrom(type):
                var (top, prefix) = typeof(IProps).IsAssignableFrom(type) ? (type, "") : (declared, bound);
                return mapping.Children.SelectMany(entry => Of(entry, Shape.Of(type).ByKey[Key(entry)].Property.PropertyType, isEntry: false, path, top, Join(prefix, Key(entry))));
            default:
                return [];
        }
    }

    private static IEnumerable<ManifestSetting> Of(KeyValuePair<YamlNode, YamlNode> entry, Type type, bool isEntry, IReadOnlyList<object> path, Type declared, string bound)
    {
        IReadOnlyList<object> own = [.. path, Key(entry)];
        var inner = In(entry.Value, type, own, declared, bound);
        var isSection = own.Count == 1 && typeof(IProps).IsAssignableFrom(ElementOf(type)) || own.Count == 2 && isEntry && typeof(IProps).IsAssignableFrom(type);
        return isSection ? inner : inner.Prepend(new ManifestSetting(own, ScalarOf(type), isEntry, declared, bound));
    }

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Key(KeyValuePair<YamlNode, YamlNode> entry) => ((YamlScalarNode)entry.Key).Value!;

    private static Type? ElementOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var definition
        && (definition == typeof(IReadOnlyList<>) || definition == typeof(IReadOnlyDictionary<,>) || definition == typeof(ValueList<>)) ? type.GetGenericArguments()[^1] : null;

    private static Type ScalarOf(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Value<>) ? type.GetGenericArguments()[0] : Nullable.GetUnderlyingType(type) ?? type;
}
