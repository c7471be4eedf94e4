using HashiCorp.Cdktf;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Synthesis;

/// <summary>Hands values to CDKTF: literals with their <c>${</c> escaped, since Terraform would read it as an expression; expressions as they are.</summary>
internal static class Emit
{
    /// <summary>A string.</summary>
    internal static string? Text(Value<string>? value) => value is null ? null : value.TryGetLiteral(out var literal) ? Escape(literal) : value.Expression!.Template;

    /// <summary>A number.</summary>
    internal static double? Number(Value<int>? value) => value is null ? null : value.TryGetLiteral(out var literal) ? literal : HashiCorp.Cdktf.Token.AsNumber(value.Expression!.Template);

    /// <summary>A number where the provider has a string.</summary>
    internal static string? NumberAsText(Value<int>? value) => value?.ToString();

    /// <summary>A boolean. CDKTF takes a boolean or a token, but no string.</summary>
    internal static object? Boolean(Value<bool>? value) => value is null ? null : value.TryGetLiteral(out var literal) ? literal : HashiCorp.Cdktf.Token.AsAny(value.Expression!.Template);

    /// <summary>A boolean where the provider has a string.</summary>
    internal static string? BooleanAsText(Value<bool>? value) => value?.ToString();

    /// <summary>A member of an enumeration.</summary>
    internal static string? Member<T>(Value<T>? value)
        where T : struct, Enum
        => value?.ToString();

    /// <summary>A map of strings; null for an empty one.</summary>
    internal static IDictionary<string, string>? Map(IReadOnlyDictionary<string, Value<string>> map) =>
        map.Count == 0 ? null : map.ToDictionary(entry => Escape(entry.Key), entry => Text(entry.Value)!);

    /// <summary>Tags with a <c>Name</c>, unless they have one.</summary>
    internal static IDictionary<string, string> TagsWithName(IReadOnlyDictionary<string, Value<string>> tags, string name)
    {
        var all = Map(tags) ?? new Dictionary<string, string>();
        all.TryAdd("Name", name);
        return all;
    }

    /// <summary>What replaces it is made before it goes.</summary>
    internal static ITerraformResourceLifecycle CreateBeforeDestroy() => new TerraformResourceLifecycle { CreateBeforeDestroy = true };

    private static string Escape(string literal) => literal.Replace("${", "$${").Replace("%{", "%%{");
}
