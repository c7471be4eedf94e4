using System.Text;
using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Publishing;

/// <summary>What changes for the users of a module from one version to the next, and which version that makes it.</summary>
/// <param name="Name">The module.</param>
/// <param name="Old">The published version; null where none is published yet.</param>
/// <param name="New">The version that its changelog tells.</param>
/// <param name="Changes">What changed, the weightiest first.</param>
public sealed record ModuleComparison(string Name, Version? Old, Version New, IReadOnlyList<ModuleChange> Changes)
{
    /// <summary>The lowest version that is high enough, by Semantic Versioning; below 1.0.0 what breaks raises the second number.</summary>
    public Version Needed => Old is null ? New : Changes.Count == 0 ? Old : Changes.Max(change => change.Weight) switch
    {
        Weight.Breaks when Old.Major > 0 => new Version(Old.Major + 1, 0, 0),
        Weight.Breaks or Weight.Risky or Weight.Adds => new Version(Old.Major, Old.Minor + 1, 0),
        _ => new Version(Old.Major, Old.Minor, Old.Build + 1),
    };

    /// <summary>Whether the changelog's version is high enough.</summary>
    public bool IsEnough => New >= Needed;

    /// <summary>The first version of a module: nobody uses it yet.</summary>
    public static ModuleComparison OfNew(Publication publication) => new(publication.Name, null, publication.Version, []);

    /// <summary>Compares a published folder of a module with what is to be published.</summary>
    /// <param name="folder">The folder, <c>DIR/application-load-balancer</c>.</param>
    /// <param name="publication">The new version.</param>
    /// <exception cref="FormatException">The folder is not one of a published module.</exception>
    public static ModuleComparison Of(string folder, Publication publication)
    {
        var old = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(file => Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllBytes);
        try
        {
            var (before, after) = (Interface(old), Interface(publication.Files));
            var changes = InterfaceComparison.Of(before, after).ToList();
            if (changes.Count == 0 && publication.Files.Any(file => file.Key != "CHANGELOG.md" && file.Key != "README.md" && !(old.TryGetValue(file.Key, out var content) && content.AsSpan().SequenceEqual(file.Value))))
            {
                changes.Add(new ModuleChange(Weight.Fix, publication.Name, "its files have changed, but not what its users see of it"));
            }
            return new ModuleComparison(publication.Name, ModuleVersion.In(Encoding.UTF8.GetString(old["CHANGELOG.md"])), publication.Version, [.. changes.OrderByDescending(change => change.Weight).ThenBy(change => change.Place, StringComparer.Ordinal)]);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or System.Text.Json.JsonException or InvalidOperationException or NullReferenceException)
        {
            throw new FormatException($"{folder} is not the folder of a published module", exception);
        }
    }

    private static JsonObject Interface(IReadOnlyDictionary<string, byte[]> files)
    {
        var all = new JsonObject();
        foreach (var name in new[] { "main", "outputs", "variables", "versions" })
        {
            foreach (var (section, value) in JsonNode.Parse(files[$"json/{name}.tf.json"])!.AsObject())
            {
                all[section] = value?.DeepClone();
            }
        }
        return all;
    }
}
