using Orchestrator.Modules.Publishing;

namespace Orchestrator.Cli.Publishing;

/// <summary>
/// A directory of published modules: for each a folder with its newest version, which a git source points at, the archives of all versions, which
/// an HTTP source points at, and the index of both.
/// </summary>
internal sealed class PublishDirectory(string directory)
{
    private const string Archives = "archives";

    /// <summary>Adds modules. Each is written beside its place first, then renamed; the index comes last, so that it names nothing that is not there.</summary>
    /// <exception cref="Failure">A version is published already with other content, or the directory cannot be written to.</exception>
    internal void Add(IReadOnlyList<Publication> publications)
    {
        var staging = Path.Combine(Path.GetFullPath(directory), $".publish-{Environment.ProcessId}");
        try
        {
            var index = PublishIndex.Read(directory);
            Refuse(publications, index);
            Directory.CreateDirectory(staging);
            foreach (var publication in publications)
            {
                Write(publication, staging);
            }
            Directory.CreateDirectory(Path.Combine(directory, Archives));
            foreach (var publication in publications)
            {
                Place(publication, staging);
            }
            File.WriteAllText(Path.Combine(staging, PublishIndex.FileName), index.With(publications).Text());
            File.Move(Path.Combine(staging, PublishIndex.FileName), Path.Combine(directory, PublishIndex.FileName), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new Failure($"cannot write to {directory}: {exception.Message.TrimEnd('.')}; choose another directory with --out");
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    /// <summary>Compares modules with those that are published here.</summary>
    /// <exception cref="Failure">The directory is not one that modules are published in.</exception>
    internal IReadOnlyList<ModuleComparison> Compare(IReadOnlyList<Publication> publications)
    {
        if (!File.Exists(Path.Combine(directory, PublishIndex.FileName)))
        {
            throw new Failure($"{directory} has no {PublishIndex.FileName}; name a directory that modules are published in");
        }
        try
        {
            return [.. publications.Select(publication => Path.Combine(directory, publication.Name) is var folder && Directory.Exists(folder) ? ModuleComparison.Of(folder, publication) : ModuleComparison.OfNew(publication))];
        }
        catch (FormatException exception)
        {
            throw new Failure($"{exception.Message}; name a directory that modules are published in");
        }
    }

    private void Refuse(IReadOnlyList<Publication> publications, PublishIndex index)
    {
        var changed = publications.Where(publication => index.Find(publication.Name, publication.Version) is { } published && published.Sha256 != publication.Sha256).ToList();
        if (changed.Count > 0)
        {
            throw new Failure($"published already, with other content: {string.Join(", ", changed.Select(publication => $"{publication.Name} {publication.Version}"))}; nothing is written. Add a version to CHANGELOG.md of each; ./orchestrator publish --against {directory} tells which");
        }
    }

    private static void Write(Publication publication, string staging)
    {
        foreach (var (path, content) in publication.Files)
        {
            var file = Path.Combine(staging, publication.Name, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
        File.WriteAllBytes(Path.Combine(staging, publication.ArchiveName), publication.Archive);
    }

    private void Place(Publication publication, string staging)
    {
        File.Move(Path.Combine(staging, publication.ArchiveName), Path.Combine(directory, Archives, publication.ArchiveName), overwrite: true);
        var (folder, before) = (Path.Combine(directory, publication.Name), Path.Combine(staging, $"{publication.Name}-before"));
        if (Directory.Exists(folder))
        {
            Directory.Move(folder, before);
        }
        try
        {
            Directory.Move(Path.Combine(staging, publication.Name), folder);
        }
        catch (IOException) when (Directory.Exists(before))
        {
            Directory.Move(before, folder);
            throw;
        }
    }
}
