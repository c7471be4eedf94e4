using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Amazon.JSII.Runtime.Deputy;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// Values of the bindings as jsii's JSON. The runtime writes the same, but looks up by reflection and parses at every property of every value what its type is.
/// </summary>
internal static class JsiiJson
{
    private static readonly ConcurrentDictionary<Type, Structure> Structures = new();

    /// <summary>The JSON of a value.</summary>
    /// <param name="value">Null, a string, a number, a boolean, a member of an enumeration, an object of the bindings, or an array or a dictionary by strings of such.</param>
    /// <exception cref="ArgumentException">It is, or has in it, something else.</exception>
    internal static JRaw Of(object? value)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var json = new JsonTextWriter(text);
        Write(json, value);
        return new JRaw(text.ToString());
    }

    private static void Write(JsonTextWriter json, object? value)
    {
        switch (value)
        {
            case null or string or bool or int or long or double:
                json.WriteValue(value);
                break;
            case DeputyBase made:
                WriteObject(json, "$jsii.byref", () => json.WriteValue(Text(Reference(made))));
                break;
            case Enum member:
                WriteObject(json, "$jsii.enum", () => json.WriteValue(NameOf(member)));
                break;
            case IDictionary map:
                WriteObject(json, "$jsii.map", () => WriteObject(json, map));
                break;
            case Array array:
                json.WriteStartArray();
                foreach (var element in array)
                {
                    Write(json, element);
                }
                json.WriteEndArray();
                break;
            default:
                WriteObject(json, "$jsii.struct", () => WriteStructure(json, value));
                break;
        }
    }

    private static void WriteStructure(JsonTextWriter json, object value)
    {
        var structure = Structures.GetOrAdd(value.GetType(), Structure.Of);
        json.WriteStartObject();
        json.WritePropertyName("fqn");
        json.WriteValue(structure.Name);
        json.WritePropertyName("data");
        json.WriteStartObject();
        foreach (var (name, property) in structure.Properties)
        {
            if (property.GetValue(value) is { } member)
            {
                json.WritePropertyName(name);
                Write(json, member);
            }
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteObject(JsonTextWriter json, IDictionary map)
    {
        json.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            json.WritePropertyName((string)entry.Key);
            Write(json, entry.Value);
        }
        json.WriteEndObject();
    }

    private static void WriteObject(JsonTextWriter json, string key, Action write)
    {
        json.WriteStartObject();
        json.WritePropertyName(key);
        write();
        json.WriteEndObject();
    }

    private static string NameOf(Enum member)
    {
        var type = member.GetType();
        return $"{type.GetCustomAttribute<JsiiEnumAttribute>()!.FullyQualifiedName}/{type.GetField(member.ToString())!.GetCustomAttribute<JsiiEnumMemberAttribute>()!.Name}";
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Reference")]
    private static extern ByRefValue Reference(DeputyBase made);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_Value")]
    private static extern string Text(ByRefValue reference);

    /// <summary>What a class of the bindings is by value.</summary>
    private sealed record Structure(string Name, IReadOnlyList<(string Name, PropertyInfo Property)> Properties)
    {
        internal static Structure Of(Type type) => new(
            type.GetCustomAttribute<JsiiByValueAttribute>()?.FullyQualifiedName ?? throw new ArgumentException($"jsii has no value of {type}", nameof(type)),
            [.. from property in type.GetProperties()
                from attribute in property.GetCustomAttributesData()
                where attribute.AttributeType == typeof(JsiiPropertyAttribute)
                select ((string)attribute.ConstructorArguments[0].Value!, property)]);
    }
}
