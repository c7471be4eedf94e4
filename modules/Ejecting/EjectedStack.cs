using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Orchestrator.Hcl;

namespace Orchestrator.Modules.Ejecting;

/// <summary>
/// A stack as plain Terraform that people go on with by hand: the configuration that was synthesized, in the native syntax. Every address stays, so a plan over the stack's
/// state changes nothing.
/// </summary>
public static partial class EjectedStack
{
    private const string Rest = "main.tf";

    private static readonly string[] OfProvider = ["data", "resource"];

    /// <summary>The files that Terraform's style guide gives the blocks that are no resources.</summary>
    private static readonly (string File, string[] Blocks)[] Named = [("providers.tf", ["provider"]), ("variables.tf", ["variable"]), ("locals.tf", ["locals"]), ("outputs.tf", ["output"]), ("moved.tf", ["moved"]), ("imports.tf", ["import"]), ("removed.tf", ["removed"])];

    private static readonly string[] Known = ["//", "terraform", .. OfProvider, .. Named.SelectMany(file => file.Blocks)];

    /// <summary>The files, as <c>terraform fmt</c> leaves them, by their names: those of Terraform's style guide, and one for each section of the manifest.</summary>
    /// <param name="configuration">The configuration in Terraform's JSON syntax.</param>
    /// <exception cref="ArgumentException">It has a block or a type of resource that this program does not write.</exception>
    public static IReadOnlyDictionary<string, string> Files(JsonObject configuration)
    {
        if (configuration.FirstOrDefault(entry => !Known.Contains(entry.Key)) is { Key: { } unknown })
        {
            throw new ArgumentException($"there is no file for the block {unknown}", nameof(configuration));
        }
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (file, text) in Settings(configuration["terraform"] as JsonObject ?? []))
        {
            files[file] = text;
        }
        foreach (var (file, blocks) in Named)
        {
            var own = new JsonObject(configuration.Where(entry => blocks.Contains(entry.Key)).Select(Copy));
            if (own.Count > 0)
            {
                files[file] = HclWriter.Write(own);
            }
        }
        foreach (var file in Resources(configuration).GroupBy(resource => resource.File))
        {
            files[file.Key] = string.Join('\n', file.GroupBy(resource => resource.Key).OrderBy(part => part.Key, StringComparer.Ordinal).Select(Text));
        }
        return files;
    }

    /// <summary>What Terraform is told of itself; where the state is stands in a file of its own, since that changes first.</summary>
    private static IEnumerable<(string File, string Text)> Settings(JsonObject settings)
    {
        var backend = settings.Where(entry => entry.Key is "backend" or "cloud").ToList();
        if (settings.Count > backend.Count)
        {
            yield return ("terraform.tf", HclWriter.Write(new JsonObject { ["terraform"] = new JsonObject(settings.Except(backend).Select(Copy)) }));
        }
        if (backend.Count > 0)
        {
            yield return ("backend.tf", HclWriter.Write(new JsonObject { ["terraform"] = new JsonObject(backend.Select(Copy)) }));
        }
    }

    /// <summary>The data sources and resources with the file that each goes to and the key of the manifest that it comes from; null where it comes from none.</summary>
    private static IEnumerable<(string File, string? Key, JsonObject Block)> Resources(JsonObject configuration) =>
        from kind in OfProvider
        from type in configuration[kind] as JsonObject ?? []
        from resource in type.Value!.AsObject()
        let path = ((string?)resource.Value!["//"]?["metadata"]?["path"] ?? "").Split('/')
        select (path.Length > 2 ? $"{Words().Replace(path[1], "_$0").ToLowerInvariant()}.tf" : Rest, path.Length > 2 ? KeyOf(path) : null, Block(kind, type.Key, resource));

    /// <summary>The key that the second and third part of a construct's path stand for: what a construct is made of may stand beside it, under its name with a line before.</summary>
    private static string KeyOf(string[] path) => $"{path[1]}.{path[2].TrimStart('_')}";

    private static JsonObject Block(string kind, string type, KeyValuePair<string, JsonNode?> resource)
    {
        var body = resource.Value!.DeepClone().AsObject();
        body.Remove("//");
        return new JsonObject { [kind] = new JsonObject { [type] = new JsonObject { [resource.Key] = body } } };
    }

    private static string Text(IGrouping<string?, (string File, string? Key, JsonObject Block)> part) =>
        $"{(part.Key is null ? "" : $"# {part.Key}\n")}{string.Join('\n', part.Select(resource => HclWriter.Write(resource.Block)))}";

    private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> entry) => KeyValuePair.Create(entry.Key, entry.Value?.DeepClone());

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
