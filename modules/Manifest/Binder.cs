using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.Values;
using Orchestrator.Text;

namespace Orchestrator.Modules.Manifest;

/// <summary>Turns a manifest's tree into props, and notes where each of them stands.</summary>
internal sealed class Binder
{
    private static readonly ConcurrentDictionary<Type, MethodInvoker> Conversions = new();

    private readonly MappingNode _top;
    private readonly Problems _problems;
    private readonly SourceMap _sources;
    private readonly Secrets _secrets;
    private readonly Dictionary<string, IProps> _declared = [];
    private readonly References _references;
    private readonly ReferenceNames _names;
    private readonly Model _model = new();
    private List<Part> _siblings = [];
    private Type _topType = typeof(object);

    internal Binder(MappingNode top, Problems problems, SourceMap sources, Secrets secrets)
    {
        _secrets = secrets;
        _top = top;
        _problems = problems;
        _sources = sources;
        _references = new References(_declared);
        _names = new ReferenceNames(top);
    }

    /// <summary>Binds the whole tree; null where a required part is missing or wrong, which the problems tell.</summary>
    internal (T? Props, Model Model) Bind<T>()
        where T : class, IProps
    {
        _topType = typeof(T);
        var props = BindRecord(_top, _topType, "", "") as T;
        foreach (var part in _siblings)
        {
            Register(_model, part, null);
        }
        return (props, _model);
    }

    private object? Bind(Node node, Type type, string path, string name, Rule rule)
    {
        // A placeholder that could not be replaced has been told already.
        var value = _problems.IsUnread(path) ? null : BindAny(node, type, path, name, rule);
        if (value is null)
        {
            _problems.AddUnread(path);
        }
        return value;
    }

    private object? BindAny(Node node, Type type, string path, string name, Rule rule)
    {
        if (ScalarBinder.Handles(type))
        {
            return ScalarBinder.Bind(node, type, path, rule, _problems);
        }
        if (type == typeof(RawValue))
        {
            return node is ScalarNode { Kind: ScalarKind.Null } ? new RawValue(null) : BindRaw(node, path);
        }
        if (ReferenceAttribute.Of(type) is { } reference)
        {
            return BindReference(node, type, path, reference);
        }
        if (!type.IsGenericType)
        {
            return BindRecord(node, type, path, name);
        }
        var element = type.GetGenericArguments()[^1];
        return type.GetGenericTypeDefinition() switch
        {
            var definition when definition == typeof(Value<>) => BindValue(node, type, element, path, rule),
            var definition when definition == typeof(ValueList<>) => BindValueList(node, type, element, path, rule),
            var definition when definition == typeof(IReadOnlyList<>) => BindList(node, element, path, rule),
            var definition when definition == typeof(IReadOnlyDictionary<,>) => BindMap(node, element, path, rule),
            _ => throw new InvalidOperationException($"{type} cannot stand in a manifest"),
        };
    }

    private RawValue? BindRaw(Node node, string path)
    {
        switch (node)
        {
            case SequenceNode sequence:
                var items = sequence.Items.Select((item, index) => BindRaw(item, $"{path}[{index}]")).ToList();
                return items.Contains(null) ? null : new RawValue(items.Select(item => item!).ToArray());
            case MappingNode mapping:
                var entries = mapping.Entries.Select(entry => (entry.Key.Text, Value: BindRaw(entry.Value, $"{path}.{entry.Key.Text}"))).ToList();
                return entries.Exists(entry => entry.Value is null) ? null : new RawValue(entries.ToDictionary(entry => entry.Text, entry => entry.Value!));
            case ScalarNode { Kind: ScalarKind.String } text:
                return new RawValue(text.Text);
            case ScalarNode { Kind: ScalarKind.Boolean } flag:
                return new RawValue(flag.Text[0] is 't' or 'T');
            case ScalarNode number when double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value):
                return new RawValue(value);
            default:
                _problems.Add(ManifestRules.Type, node.Mark, path, "is not a value", node.Describe, "a string, a number, a boolean, a list or a map", "write the value that the attribute is to have");
                return null;
        }
    }

    private object? BindValue(Node node, Type type, Type element, string path, Rule rule) =>
        Bind(node, element, path, "", rule) is { } literal ? Convert(type, element, literal) : null;

    private object? BindValueList(Node node, Type type, Type element, string path, Rule rule)
    {
        var list = BindList(node, typeof(Value<>).MakeGenericType(element), path, rule);
        return list is null ? null : Activator.CreateInstance(type, BindingFlags.NonPublic | BindingFlags.Instance, null, [list, null], null);
    }

    private IList? BindList(Node node, Type element, string path, Rule rule)
    {
        if (node is not SequenceNode sequence)
        {
            AddTypeProblem(node, path, "a list", "begin each element with a hyphen on a line of its own");
            return null;
        }
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        for (var index = 0; index < sequence.Items.Count; index++)
        {
            var itemPath = $"{path}[{index}]";
            _sources.Add(itemPath, sequence.Items[index].Mark);
            if (Bind(sequence.Items[index], element, itemPath, "", rule) is { } item)
            {
                list.Add(item);
            }
        }
        return list;
    }

    private IDictionary? BindMap(Node node, Type element, string path, Rule rule)
    {
        if (node is not MappingNode mapping)
        {
            AddTypeProblem(node, path, "a map", "write one \"name: …\" a line, indented below the key");
            return null;
        }
        var map = (IDictionary)Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(typeof(string), element))!;
        foreach (var (key, value) in mapping.Entries)
        {
            var entryPath = $"{path}.{key.Text}";
            _sources.Add(entryPath, value is ScalarNode ? value.Mark : key.Mark);
            if (element.IsAssignableTo(typeof(IProps)) && !ResourceName.IsLegal(key.Text))
            {
                _problems.Add(ManifestRules.Name, key.Mark, entryPath, "has a name that is not legal", Quoted.Of(key.Text), ResourceName.Allowed, "choose such a name");
            }
            if (Bind(value, element, entryPath, key.Text, rule) is { } item)
            {
                map.Add(key.Text, item);
            }
        }
        return map;
    }

    private object? BindReference(Node node, Type type, string path, ReferenceAttribute reference)
    {
        if (node is ScalarNode { Kind: ScalarKind.String } scalar)
        {
            var names = _names.For(type);
            if (names.TryGetValue(scalar.Text, out var target))
            {
                _model.AddReference(path, target);
                return _references.Declared(type, target, scalar.Text);
            }
            var hint = Nearest.Hint(scalar.Text, names.Keys);
            var known = names.Count == 0 ? $"a name from {reference.Described}, which has none" : $"a name from {reference.Described}: {string.Join(", ", names.Keys)}";
            _problems.Add(ManifestRules.Reference, node.Mark, path, "refers to what is not declared", scalar.Text, known, hint.Length > 0 ? hint : $"declare it under {reference.Described}, or name one that is");
            return null;
        }
        if (reference.Existing is { } existing && node is MappingNode { Entries: [var (key, id)] } && key.Text == existing)
        {
            return ScalarBinder.Bind(id, typeof(string), $"{path}.{existing}", ManifestRules.Type, _problems) is string text ? References.Existing(type, text) : null;
        }
        var alternative = reference.Existing is null ? "" : $", or {{ {reference.Existing}: … }} for something that exists outside the manifest";
        AddTypeProblem(node, path, $"a name from {reference.Described}{alternative}", "name it");
        return null;
    }

    private object? BindRecord(Node node, Type type, string path, string name)
    {
        if (node is not MappingNode mapping)
        {
            AddTypeProblem(node, path, "a map", $"it has the keys {string.Join(", ", Shape.Of(type).Properties.Select(property => property.Key))}");
            return null;
        }
        var (siblings, complete) = (_siblings, true);
        _siblings = [];
        var shape = Shape.Of(type);
        var record = Activator.CreateInstance(type)!;
        RefuseUnknownKeys(mapping, shape, path);
        foreach (var property in shape.Properties)
        {
            complete &= BindProperty(mapping, property, record, path);
        }
        var children = _siblings;
        _siblings = siblings;
        if (complete && record is IProps props)
        {
            _declared[path] = props;
            _siblings.Add(new Part(path, name, props, children));
        }
        else
        {
            // What is inside is checked even where something around it is missing.
            _siblings.AddRange(children);
        }
        return complete ? record : null;
    }

    /// <summary>Sets one property; false where the record cannot be used without it.</summary>
    private bool BindProperty(MappingNode mapping, ShapeProperty property, object record, string path)
    {
        var (key, value) = mapping.Find(property.Key);
        if (key is null && property is { DefaultsTo: null, IsRequired: false })
        {
            return true;
        }
        var propertyPath = PropertyPath.Join(path, property.Key);
        if (key is not null)
        {
            _sources.Add(propertyPath, value is ScalarNode ? value.Mark : key.Mark);
        }
        else if (property.DefaultsTo is { } elsewhere)
        {
            value = NodeAt(elsewhere);
            if (value is null && property.IsRequired && !Shape.IsRequired(_topType, elsewhere))
            {
                _problems.Add(ManifestRules.Missing, MarkOf(mapping, path), propertyPath, "is missing", null, AllowedIn(property), $"add {elsewhere}: … for the whole manifest, or {property.Key}: … here");
                return false;
            }
            if (value is null || _problems.IsUnread(elsewhere))
            {
                // What is wrong there is told there, and once.
                _problems.AddUnread(propertyPath);
                return !property.IsRequired;
            }
            _sources.Add(propertyPath, value.Mark);
        }
        else
        {
            _problems.Add(ManifestRules.Missing, MarkOf(mapping, path), propertyPath, "is missing", null, AllowedIn(property), $"add {property.Key}: …");
            return false;
        }
        if (property.IsSecret)
        {
            _secrets.Refuse(value!, property.Type, propertyPath, _problems);
        }
        var bound = Bind(value!, property.Type, propertyPath, "", property.Enforces);
        if (bound is not null)
        {
            property.Property.SetValue(record, bound);
        }
        return bound is not null || !property.IsRequired;
    }

    private void RefuseUnknownKeys(MappingNode mapping, Shape shape, string path)
    {
        foreach (var (key, _) in mapping.Entries.Where(entry => !shape.ByKey.ContainsKey(entry.Key.Text)))
        {
            var hint = KeyHint.Of(key.Text, [.. shape.ByKey.Keys]);
            _problems.Add(shape.UnknownKey, key.Mark, PropertyPath.Join(path, key.Text), "is not a known key", Quoted.Of(key.Text), string.Join(", ", shape.ByKey.Keys), hint.Length > 0 ? hint : "remove it");
        }
    }

    private static string AllowedIn(ShapeProperty property)
    {
        var type = property.Type.IsGenericType && property.Type.GetGenericTypeDefinition() == typeof(Value<>) ? property.Type.GetGenericArguments()[0] : property.Type;
        return ScalarBinder.Handles(type) ? ScalarBinder.Allowed(type)
            : ReferenceAttribute.Of(type) is { } reference ? $"a name from {reference.Described}"
            : type.IsGenericType && type.GetGenericTypeDefinition() != typeof(IReadOnlyDictionary<,>) ? "a list"
            : "a map";
    }

    private void AddTypeProblem(Node node, string path, string allowed, string fix) =>
        _problems.Add(ManifestRules.Type, node.Mark, path, $"is not {allowed.Split(',')[0]}", node.Describe, allowed, fix);

    private Mark MarkOf(MappingNode mapping, string path) => path.Length == 0 ? new Mark(1, 1) : _sources.MarkOf(path) ?? mapping.Mark;

    private Node? NodeAt(string path)
    {
        Node? node = _top;
        foreach (var key in path.Split('.'))
        {
            node = (node as MappingNode)?.Find(key).Value;
        }
        return node;
    }

    private static object Convert(Type type, Type element, object literal) =>
        Conversions.GetOrAdd(type, static (type, element) => MethodInvoker.Create(type.GetMethod("op_Implicit", [element])!), element).Invoke(null, literal)!;

    private static void Register(Model model, Part part, Declaration? parent)
    {
        var declaration = model.Add(part.Path, part.Name, parent, part.Props, part.Written);
        foreach (var child in part.Children)
        {
            Register(model, child, declaration);
        }
        foreach (var made in (part.Props as IDeclaresParts)?.PartsOf(part.Path, part.Name) ?? [])
        {
            Register(model, made, parent);
        }
    }
}
