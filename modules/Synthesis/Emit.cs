using HashiCorp.Cdktf;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Synthesis;

/// <summary>Hands values to CDKTF: literals with their <c>${</c> escaped, since Terraform would read it as an expression; expressions as they are.</summary>
internal static class Emit
{
    /// <summary>A string.</summary>
    internal static string? Text(Value<string>? value) => value is null ? null : value.TryGetLiteral(out var literal) ? Escape(literal) : value.Expression!.Template;

    /// <summary>A number.</summary>
    internal static double? Number(Value<int>? value) => value is null ? null : value.TryGetLiteral(out var literal) ? literal : Kernel.Number(value.Expression!.Template);

    /// <summary>A number that need not be whole.</summary>
    internal static double? Number(Value<decimal>? value) => value is null ? null : value.TryGetLiteral(out var literal) ? (double)literal : Kernel.Number(value.Expression!.Template);

    /// <summary>A number where the provider has a string.</summary>
    internal static string? NumberAsText(Value<int>? value) => value?.ToString();

    /// <summary>A boolean. CDKTF takes a boolean or a token, but no string.</summary>
    internal static object? Boolean(Value<bool>? value) => value is null ? null : value.TryGetLiteral(out var literal) ? literal : Kernel.Any(value.Expression!.Template);

    /// <summary>A boolean where the provider has a string.</summary>
    internal static string? BooleanAsText(Value<bool>? value) => value?.ToString();

    /// <summary>A boolean where the provider has <c>on</c> and <c>off</c>.</summary>
    internal static string? OnOrOff(Value<bool>? value) => Choice(value, "on", "off");

    /// <summary>A list of strings; null for an empty one.</summary>
    internal static string[]? List(ValueList<string> list) =>
        list.Expression is { } expression ? Kernel.List(expression.Template) : list.Count == 0 ? null : [.. list.Select(value => Text(value)!)];

    /// <summary>A boolean where the provider has one of two words.</summary>
    internal static string? Choice(Value<bool>? value, string whenTrue, string whenFalse) => value is null ? null
        : value.TryGetLiteral(out var literal) ? literal ? whenTrue : whenFalse
        : Value.When<string>(value, whenTrue, whenFalse) is var chosen && value.MayBeNull() ? Expression.Of($"{value} == null ? null : {chosen}").Template : $"{chosen}";

    /// <summary>A member of an enumeration.</summary>
    internal static string? Member<T>(Value<T>? value)
        where T : struct, Enum
        => value?.ToString();

    /// <summary>A member of an enumeration whose words AWS writes in capitals: <c>blueGreen</c> as <c>BLUE_GREEN</c>.</summary>
    internal static string? AwsMember<T>(Value<T>? value)
        where T : struct, Enum
        => value is null ? null
        : value.TryGetLiteral(out var literal) ? string.Concat(Spelling.Of(literal).Select(letter => char.IsAsciiLetterUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"))
        : Expression.Of($"upper(replace({value}, \"/([A-Z])/\", \"_$1\"))").Template;

    /// <summary>A map of strings; null for an empty one.</summary>
    internal static IDictionary<string, string>? Map(IReadOnlyDictionary<string, Value<string>> map) =>
        map.Count == 0 ? null : map.ToDictionary(entry => Escape(entry.Key), entry => Text(entry.Value)!);

    /// <summary>A map of strings without those that turn out to be null.</summary>
    internal static IDictionary<string, string>? MapOfSet(IReadOnlyDictionary<string, Value<string>> map)
    {
        var optional = map.Where(entry => entry.Value.MayBeNull()).ToList();
        return optional.Count == 0 ? Map(map) : Kernel.Map(
            Expression.Of($"merge({ObjectOf(map.Except(optional))}, {{ for name, value in {ObjectOf(optional)} : name => value if value != null }})").Template);
    }

    /// <summary>Tags with a <c>Name</c>, unless they have one.</summary>
    internal static IDictionary<string, string> TagsWithName(IReadOnlyDictionary<string, Value<string>> tags, string name)
    {
        var all = Map(tags) ?? new Dictionary<string, string>();
        all.TryAdd("Name", name);
        return all;
    }

    /// <summary>Nested blocks by Terraform's own names, for which the bindings have no type that fits.</summary>
    internal static object Blocks(IEnumerable<Block> blocks) => Kernel.Any(blocks.Select(Plain).ToArray());

    /// <summary>Sets a nested block by Terraform's own names, which the bindings do not know all of.</summary>
    internal static void OverrideBlock(TerraformElement element, string path, Block block) => Kernel.Override(element, path, Plain(block));

    /// <summary>A value of any kind; null for nothing.</summary>
    internal static object? Raw(RawValue value) => value.Content switch
    {
        string text => Escape(text),
        IReadOnlyList<RawValue> list => list.Select(item => Raw(item)!).ToArray(),
        IReadOnlyDictionary<string, RawValue> map => map.ToDictionary(entry => Escape(entry.Key), entry => Raw(entry.Value)!),
        var other => other,
    };

    /// <summary>Has Terraform make a resource after others that it does not refer to.</summary>
    internal static void DependsOn(TerraformResource resource, IReadOnlyList<string> addresses)
    {
        if (addresses.Count > 0)
        {
            Kernel.Override(resource, "depends_on", addresses.ToArray());
        }
    }

    /// <summary>What replaces it is made before it goes.</summary>
    internal static ITerraformResourceLifecycle CreateBeforeDestroy() => new TerraformResourceLifecycle { CreateBeforeDestroy = true };

    /// <summary>A prefix counts when the thing is made: another one replaces nothing. For what cannot be given a name, or cannot be replaced.</summary>
    internal static ITerraformResourceLifecycle KeepsPrefix(string attribute = "name_prefix") => new TerraformResourceLifecycle { IgnoreChanges = new[] { attribute } };

    private static object Plain(object value) => value switch
    {
        Block block => block.Where(entry => entry.Value is not null).ToDictionary(entry => entry.Key, entry => Plain(entry.Value!)),
        IEnumerable<Block> blocks => blocks.Select(Plain).ToArray(),
        _ => value,
    };

    private static ObjectSyntax ObjectOf(IEnumerable<KeyValuePair<string, Value<string>>> entries) => new([.. entries.Select(entry => (Syntaxes.OfLiteral(entry.Key), entry.Value.Syntax()))]);

    private static string Escape(string literal) => literal.Replace("${", "$${").Replace("%{", "%%{");
}
