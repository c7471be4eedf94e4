using System.Collections.Frozen;

namespace Orchestrator.Modules.Provider;

/// <summary>An attribute or block of a resource that can be set.</summary>
/// <param name="Kind">A block, an object, a string, a number, a boolean, or a list, set or map of those.</param>
/// <param name="Since">The first version of hashicorp/aws that has it, or the lowest supported one.</param>
internal sealed record ProviderAttribute(string Kind, Version Since)
{
    /// <summary>Whether it has attributes of its own.</summary>
    internal bool IsNested => Kind is "block" or "object";
}

/// <summary>
/// The settable attributes of the resources that are made here, each with the first version of hashicorp/aws that has it: attributes.tsv, which
/// bindings/provider-attributes.mjs writes from what the npm packages of the bindings say of every version.
/// </summary>
internal static class ProviderAttributes
{
    /// <summary>The lowest version that is supported.</summary>
    internal static readonly Version Lowest = new(5, 100, 0);

    private static readonly Lazy<FrozenDictionary<string, ProviderAttribute>> Table = new(Load);

    /// <summary>What any resource may have, whatever the provider.</summary>
    private static readonly FrozenSet<string> OfTerraform = new[] { "//", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner" }.ToFrozenSet();

    /// <summary>The attribute of a path: <c>aws_lb.access_logs.bucket</c>; null where no known version has it.</summary>
    internal static ProviderAttribute? Find(string path) => Table.Value.GetValueOrDefault(path);

    /// <summary>Whether Terraform itself has an argument of every resource.</summary>
    internal static bool IsOfTerraform(string name) => OfTerraform.Contains(name);

    /// <summary>The types of resources in the table.</summary>
    internal static IEnumerable<string> Types => Table.Value.Keys.Select(path => path[..path.IndexOf('.', StringComparison.Ordinal)]).Distinct();

    /// <summary>The names right below a type or a block.</summary>
    internal static IEnumerable<string> Below(string path) => Table.Value.Keys
        .Where(candidate => candidate.Length > path.Length && candidate.StartsWith(path, StringComparison.Ordinal) && candidate[path.Length] == '.')
        .Select(candidate => candidate[(path.Length + 1)..])
        .Where(name => !name.Contains('.'))
        .Order(StringComparer.Ordinal);

    private static FrozenDictionary<string, ProviderAttribute> Load()
    {
        using var stream = typeof(ProviderAttributes).Assembly.GetManifestResourceStream("attributes.tsv")!;
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, ProviderAttribute>();
        while (reader.ReadLine() is { } line)
        {
            var columns = line.Split('\t');
            table.Add(columns[0], new ProviderAttribute(columns[1], columns.Length > 2 ? Version.Parse(columns[2]) : Lowest));
        }
        return table.ToFrozenDictionary();
    }
}
