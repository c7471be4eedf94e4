using System.Text.Json;
using System.Text.Json.Nodes;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Cli.Publishing;

/// <summary>What is published: every version of every module, with its archive's hash.</summary>
internal sealed class PublishIndex
{
    internal const string FileName = "index.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    private readonly IReadOnlyList<PublishedVersion> _versions;

    private PublishIndex(IReadOnlyList<PublishedVersion> versions) => _versions = versions;

    /// <summary>The index of a directory; an empty one where nothing is published yet.</summary>
    /// <exception cref="Failure">It cannot be read.</exception>
    internal static PublishIndex Read(string directory)
    {
        var file = Path.Combine(directory, FileName);
        if (!File.Exists(file))
        {
            return new PublishIndex([]);
        }
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            return new PublishIndex([.. document.RootElement.GetProperty("modules").EnumerateArray().Select(module => new PublishedVersion(
                module.GetProperty("name").GetString()!,
                Version.Parse(module.GetProperty("version").GetString()!),
                module.GetProperty("sha256").GetString()!))]);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new Failure($"{file} is not an index of published modules; mend it, or choose another directory with --out");
        }
    }

    /// <summary>A version of a module, or null where it is not published.</summary>
    internal PublishedVersion? Find(string name, Version version) => _versions.FirstOrDefault(published => published.Name == name && published.Version == version);

    /// <summary>The index with more versions.</summary>
    internal PublishIndex With(IEnumerable<Publication> publications) => new(
        [.. _versions
            .UnionBy(publications.Select(publication => new PublishedVersion(publication.Name, publication.Version, publication.Sha256)), published => (published.Name, published.Version))
            .OrderBy(published => published.Name, StringComparer.Ordinal).ThenBy(published => published.Version)]);

    /// <summary>The file's text.</summary>
    internal string Text() => new JsonObject
    {
        ["formatVersion"] = 1,
        ["modules"] = new JsonArray([.. _versions.Select(published => new JsonObject
        {
            ["name"] = published.Name,
            ["version"] = $"{published.Version}",
            ["archive"] = $"archives/{published.Name}-{published.Version}.tar.gz",
            ["sha256"] = published.Sha256,
        })]),
    }.ToJsonString(Indented) + "\n";
}

/// <summary>A version of a module that is published.</summary>
/// <param name="Name">The module.</param>
/// <param name="Version">The version.</param>
/// <param name="Sha256">Its archive's SHA-256.</param>
internal sealed record PublishedVersion(string Name, Version Version, string Sha256);
