using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>
/// Reads variables off a record of props, and makes such a record whose values are those variables: names, types, defaults, descriptions and bounds
/// have one source, the props and the rules.
/// </summary>
internal sealed partial class VariableReader(Symbols symbols, ModuleShape shape)
{
    private static readonly ILookup<(Type, string), (Constraint, string)> Bounds = RuleCatalogue.All
        .Where(rule => rule.Level == Level.Error)
        .SelectMany(rule => rule.Bounds.Select(bound => (Key: (bound.Declared, bound.Path), Value: (bound.Constraint, rule.Id))))
        .ToLookup(bound => bound.Key, bound => bound.Value);

    /// <summary>The variables of a record of props, and the record.</summary>
    internal (object Props, IReadOnlyList<VariableAttribute> Variables) Read(Type type) => Read(type, "var", "", type, "");

    /// <summary>A variable that is a map of records of props, and the one record that stands for each of them, with the symbol of its key.</summary>
    internal (string Key, object Props, VariableAttribute Variable) ReadMap(Type type, string name, string elementName, string description)
    {
        var collection = symbols.Add($"var.{name}", elementName, false);
        var (props, attributes) = Read(type, collection.Item, "", type, "");
        return (collection.Key, props, new VariableAttribute(name, new MapType(new ObjectType(attributes), collection.ElementName) { Key = KeyOf(type) }, false, new JsonObject(), description));
    }

    /// <summary>A variable that is an object, null unless it is given, and the record that stands for it.</summary>
    internal (object Props, VariableAttribute Variable) ReadObject(Type type, string name, string description)
    {
        var path = $"var.{name}";
        var (props, attributes) = Read(type, path, "", type, "");
        symbols.AddOptional(path, Appearance.ObjectIsSet);
        return (props, new VariableAttribute(name, new ObjectType(attributes), false, null, description));
    }

    /// <summary>The name that Terraform's users expect: <c>idle_timeout_seconds</c>.</summary>
    internal static string Name(string key) => Capital().Replace(key.Replace("MiB", "Mib", StringComparison.Ordinal).Replace("GiB", "Gib", StringComparison.Ordinal), match => $"_{match.Value.ToLowerInvariant()}");

    private (object Props, IReadOnlyList<VariableAttribute> Attributes) Read(Type type, string expression, string place, Type declared, string declaredPath)
    {
        var props = Activator.CreateInstance(type)!;
        var attributes = new List<VariableAttribute>();
        foreach (var property in Shape.Of(type).Properties)
        {
            var at = PropertyPath.Join(place, property.Key);
            // A module has one lower bound for all of its callers: what would raise it is no input.
            if (!shape.LeftOut.Contains(at) && NewerSettings.Of(property.Property) is null)
            {
                var isDeclared = type.IsAssignableTo(typeof(IProps));
                var (ruled, path) = shape.Becoming.TryGetValue(at, out var other) ? other : isDeclared ? (type, property.Key) : (declared, PropertyPath.Join(declaredPath, property.Key));
                var standard = property.Property.GetValue(props) ?? (shape.Present.Contains(at) ? Activator.CreateInstance(property.Type) : null);
                if (Read(new Slot(property, standard, expression, at, ruled, path)) is var (attribute, value))
                {
                    property.Property.SetValue(props, value);
                    attributes.Add(attribute);
                }
            }
        }
        attributes.AddRange(shape.Added.Where(added => added.Place == place).Select(added => added.Attribute));
        foreach (var added in shape.Added.Where(added => added.Place == place && added.Attribute.IsNullable))
        {
            symbols.AddOptional($"{expression}.{added.Attribute.Name}", added.Attribute.Type is ObjectType ? Appearance.ObjectIsSet : Appearance.ScalarIsSet);
        }
        return (props, attributes);
    }

    private (VariableAttribute Attribute, object Value)? Read(Slot slot)
    {
        var type = slot.Property.Type;
        var generic = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var element = type.IsGenericType ? type.GetGenericArguments()[^1] : null;
        return generic == typeof(Value<>) ? shape.Held.TryGetValue(slot.At, out var held) ? Held(slot, element!, held.Object, held.Attribute) : Scalar(slot, element!)
            : generic == typeof(ValueList<>) ? ListOfScalars(slot, element!)
            : generic == typeof(IReadOnlyDictionary<,>) ? Map(slot, element!)
            : generic == typeof(IReadOnlyList<>) ? List(slot, element!)
            : ReferenceAttribute.Of(type) is { } reference ? Reference(slot, type, reference)
            : shape.Secrets.TryGetValue(slot.At, out var secrets) ? Secret(slot, secrets)
            : ScalarBinder.Handles(type) ? null
            : Record(slot, type);
    }

    private (VariableAttribute, object) Scalar(Slot slot, Type type)
    {
        var attribute = Describe(slot, Name(slot.Property.Key), ScalarOf(type, slot), (slot.Default as IValue)?.Literal is { } literal ? Literal(literal) : null);
        var path = $"{slot.Expression}.{attribute.Name}";
        if (attribute.IsNullable)
        {
            symbols.AddOptional(path, Appearance.ScalarIsSet);
        }
        if (shape.Switches.Contains(slot.At))
        {
            symbols.AddOptional(path, Appearance.SwitchIsOn);
        }
        return (attribute, Convert(slot.Property.Type, Expression.Of(path) with { IsOptional = attribute.IsNullable }));
    }

    /// <summary>A value that may not be there, in an object that is known to be there or not.</summary>
    private (VariableAttribute, object) Held(Slot slot, Type type, string holder, string name)
    {
        var path = $"{slot.Expression}.{holder}";
        symbols.AddOptional(path, Appearance.ObjectIsSet);
        var described = Describe(slot, holder, new ObjectType([new(name, ScalarOf(type, slot), true, null, $"Its {(name == "arn" ? "ARN" : name)}.")]), null);
        return (
            described with { Description = $"{described.Description} An object, so that it is known whether there is one before it is made." },
            Convert(slot.Property.Type, Expression.Of($"{path}.{name}") with { IsOptional = true, Holder = Parser.Expression(path) }));
    }

    private (VariableAttribute, object) ListOfScalars(Slot slot, Type type)
    {
        var attribute = Describe(slot, Name(slot.Property.Key), new ListType(ScalarOf(type, slot)), new JsonArray());
        var path = $"{slot.Expression}.{attribute.Name}";
        if (!attribute.IsRequired)
        {
            symbols.AddOptional(path, Appearance.ListIsFilled);
        }
        return (attribute, Convert(slot.Property.Type, Expression.Of(path)));
    }

    private (VariableAttribute, object) Map(Slot slot, Type element)
    {
        var reference = ReferenceAttribute.Of(element);
        var name = reference is null ? Name(slot.Property.Key) : $"{Singular(Name(slot.Property.Key))}_{IdentifierOf(reference)}s";
        var collection = symbols.Add($"{slot.Expression}.{name}", Singular(name), ScalarBinder.Handles(Inner(element)) || reference is not null, shape.Blocks.GetValueOrDefault(slot.At));
        var (type, value) = Element(slot, element, collection, $"{slot.At}.*", "*");
        return (Describe(slot, name, new MapType(type, collection.ElementName) { Key = KeyOf(element) }, new JsonObject()), MapOf(slot.Property.Type, collection, value));
    }

    private static IDictionary MapOf(Type type, Collection collection, object value)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GetGenericArguments()))!;
        map.Add(collection.Key, value);
        Presence.Set(map, collection.Syntax);
        return map;
    }

    private (VariableAttribute, object) List(Slot slot, Type element)
    {
        var reference = ReferenceAttribute.Of(element);
        var name = reference is null ? Name(slot.Property.Key) : $"{Singular(Name(slot.Property.Key))}_{IdentifierOf(reference)}s";
        var collection = symbols.Add($"{slot.Expression}.{name}", Singular(name), reference is not null, shape.Blocks.GetValueOrDefault(slot.At), isList: true);
        var (type, value) = Element(slot, element, collection, $"{slot.At}[]", "[]");
        var list = Array.CreateInstance(element, 1);
        list.SetValue(value, 0);
        Presence.Set(list, collection.Syntax);
        return (Describe(slot, name, new ListType(type), new JsonArray()), list);
    }

    /// <summary>What is in a map or a list: a plain value, a list of them, a reference or a record.</summary>
    private (VariableType, object) Element(Slot slot, Type element, Collection collection, string at, string suffix)
    {
        if (ReferenceAttribute.Of(element) is not null)
        {
            return (IdentifierType(element), Existing(element, Expression.Of(collection.Item)));
        }
        if (element.IsGenericType && element.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            var inner = symbols.Add(collection.Item, $"{collection.ElementName}_entry", true);
            var (type, value) = Element(slot, element.GetGenericArguments()[^1], inner, $"{at}.*", "*");
            return (new MapType(type, inner.ElementName), MapOf(element, inner, value));
        }
        if (element.IsGenericType)
        {
            var scalar = ScalarOf(element.GetGenericArguments()[^1], slot with { DeclaredPath = $"{slot.DeclaredPath}.{suffix}" });
            return (element.GetGenericTypeDefinition() == typeof(ValueList<>) ? new ListType(scalar) : scalar, Convert(element, Expression.Of(collection.Item)));
        }
        var (props, attributes) = Read(element, collection.Item, at, slot.Declared, slot.DeclaredPath + (suffix == "*" ? ".*" : suffix));
        return (new ObjectType(attributes), props);
    }

    private (VariableAttribute, object) Record(Slot slot, Type type)
    {
        var path = $"{slot.Expression}.{Name(slot.Property.Key)}";
        var (props, attributes) = Read(type, path, slot.At, slot.Declared, slot.DeclaredPath);
        if (slot.Default is null && !slot.IsRequired(shape))
        {
            symbols.AddOptional(path, Appearance.ObjectIsSet);
            Presence.Set(props, Parser.Expression(path));
        }
        return (Describe(slot, Name(slot.Property.Key), new ObjectType(attributes), slot.Default is null ? null : new JsonObject()), props);
    }

    private (VariableAttribute, object) Reference(Slot slot, Type type, ReferenceAttribute reference)
    {
        var name = Name(slot.Property.Key);
        var existing = IdentifierOf(reference);
        if (shape.Made.TryGetValue(type, out var resource))
        {
            return MadeReference(slot, type, name, existing, resource);
        }
        var attribute = Describe(slot, $"{name}_{existing}", IdentifierType(type), null);
        var path = $"{slot.Expression}.{attribute.Name}";
        if (attribute.IsNullable)
        {
            symbols.AddOptional(path, Appearance.ScalarIsSet);
        }
        return (attribute, Existing(type, Expression.Of(path) with { IsOptional = attribute.IsNullable }));
    }

    /// <summary>Something that the module makes, by its key, or something else, by its identifier. An object, so that it is known before it is made which of the two is given.</summary>
    private (VariableAttribute, object) MadeReference(Slot slot, Type type, string name, string existing, string resource)
    {
        var path = $"{slot.Expression}.{name}";
        var attribute = Describe(
            slot,
            name,
            new ObjectType(
            [
                new("key", ScalarType.Text, false, null, $"The key of one that the module makes. Either it, or `{existing}`."),
                new(existing, IdentifierType(type), false, null, $"The {existing.ToUpperInvariant()} of another."),
            ]),
            null);
        if (attribute.IsNullable)
        {
            symbols.AddOptional(path, Appearance.ObjectIsSet);
        }
        return (attribute, Existing(type, Expression.Of($"{path}.key == null ? {path}.{existing} : {resource}.this[{path}.key].{existing}")));
    }

    /// <summary>A secret, by its key in a variable.</summary>
    private (VariableAttribute, object) Secret(Slot slot, string variable)
    {
        var name = Name(slot.Property.Key);
        var attribute = Describe(slot, $"{name}_key", ScalarType.Text, null) with { Description = $"The key of the {name.Replace('_', ' ')} in `{variable}`." };
        return (attribute, new SecretReferenceProps { Expression = Expression.Of($"var.{variable}[{slot.Expression}.{attribute.Name}]") });
    }

    private VariableAttribute Describe(Slot slot, string name, VariableType type, JsonNode? standard) => new(
        name,
        type,
        slot.IsRequired(shape),
        slot.IsRequired(shape) ? null : standard,
        shape.Descriptions.GetValueOrDefault(slot.At) ?? Documented(slot.Property));

    /// <summary>The doc comment, without what it says of manifests and of the rules' numbers, and with the names that the properties have here.</summary>
    private static string Documented(ShapeProperty property)
    {
        var names = Shape.Of(property.Property.DeclaringType!).Properties.ToDictionary(sibling => sibling.Property.Name, sibling => Name(sibling.Key));
        return Hump().Replace(ForManifests().Replace(XmlDocumentation.Summary(property.Property) ?? "", "").Trim(), match => names.GetValueOrDefault(match.Value, match.Value));
    }

    private static ScalarType ScalarOf(Type type, Slot slot)
    {
        var scalar = type == typeof(int) || type == typeof(decimal) ? ScalarType.Number : type == typeof(bool) ? ScalarType.Boolean : ScalarType.Text;
        var enforced = slot.Property.Property.GetCustomAttribute<EnforcesAttribute>()?.Rule;
        return scalar with
        {
            Constraints = [.. (type.IsEnum ? [(OneOf.Of(type), enforced ?? ManifestRules.Type.Id)] : Array.Empty<(Constraint, string)>()).Concat(Bounds[(slot.Declared, slot.DeclaredPath)]).Concat(FormsOf(slot.Property.Property.DeclaringType!, slot.Property.Property.Name, Bounds.Contains((slot.Declared, slot.DeclaredPath))))],
            IsSecret = slot.Property.IsSecret,
        };
    }

    /// <summary>What rules ask of every value of a kind.</summary>
    /// <param name="owner">The kind of what the value is a property of.</param>
    /// <param name="property">The property's name.</param>
    /// <param name="isBounded">Whether a rule asks something of this value alone, so that those of last resort say nothing.</param>
    internal static IEnumerable<(Constraint Constraint, string Rule)> FormsOf(Type owner, string property, bool isBounded = false) =>
        from rule in RuleCatalogue.All
        where rule.Level == Level.Error && !(isBounded && rule.IsLastResort)
        let form = rule.FormOf(owner, property)
        where form is not null
        select (form, rule.Id);

    /// <summary>The type of what something that exists already is named by.</summary>
    private static ScalarType IdentifierType(Type reference)
    {
        var existing = ExistingOf(reference);
        return ScalarType.Text with { Constraints = [.. existing.GetProperties().Where(property => property.PropertyType == typeof(Value<string>) && property.CanWrite).SelectMany(property => FormsOf(existing, property.Name))] };
    }

    /// <summary>What is declared under a name has one that Terraform's addresses can have.</summary>
    private static (Constraint, string)? KeyOf(Type element) => element.IsAssignableTo(typeof(IProps)) ? (ResourceName.Form, ManifestRules.Name.Id) : null;

    private static Type Inner(Type element) => element.IsGenericType && element.GetGenericTypeDefinition() == typeof(Value<>) ? element.GetGenericArguments()[0] : element;

    private static JsonNode Literal(object literal) => literal switch { int number => number, decimal fraction => fraction, bool flag => flag, _ => Spelling.Of(literal) };

    private static string IdentifierOf(ReferenceAttribute reference) => reference.Existing ?? "id";

    internal static string Singular(string name) => name.EndsWith("ies", StringComparison.Ordinal) ? $"{name[..^3]}y" : name.EndsWith('s') && !name.EndsWith("ss", StringComparison.Ordinal) ? name[..^1] : name;

    private static object Convert(Type value, Expression expression) => value.GetMethod("op_Implicit", [typeof(Expression)])!.Invoke(null, [expression])!;

    /// <summary>What stands for something that exists already.</summary>
    private static object Existing(Type reference, Expression identifier) => Activator.CreateInstance(ExistingOf(reference), (Value<string>)identifier)!;

    private static Type ExistingOf(Type reference) =>
        reference.Assembly.GetTypes().Single(candidate => candidate.Name == $"Existing{reference.Name[1..]}" && candidate.IsAssignableTo(reference));

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();

    [GeneratedRegex(@"\b[A-Z][a-z0-9]+([A-Z][A-Za-z0-9]*)+\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hump();

    [GeneratedRegex(@" In a manifest, [^.]*\.| \([A-Z]+[0-9]{3}\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ForManifests();

    /// <summary>A property, and where it stands.</summary>
    /// <param name="Property">The property.</param>
    /// <param name="Default">What it is where it is not set.</param>
    /// <param name="Expression">What its record is as an expression.</param>
    /// <param name="At">The keys that lead to it.</param>
    /// <param name="Declared">The kind of declaration that rules know it by.</param>
    /// <param name="DeclaredPath">Its path in that declaration.</param>
    private sealed record Slot(ShapeProperty Property, object? Default, string Expression, string At, Type Declared, string DeclaredPath)
    {
        internal bool IsRequired(ModuleShape shape) => Property.IsRequired || shape.Required.Contains(At);
    }
}
