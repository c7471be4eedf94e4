using System.Collections.Concurrent;

namespace VerifyTests;

/// <summary>The files of one snapshot: all that begin with its prefix.</summary>
internal sealed class SnapshotFiles
{
    private static readonly ConcurrentDictionary<string, bool> Prefixes = new(StringComparer.Ordinal);

    private readonly string _directory;
    private readonly string _prefix;

    private SnapshotFiles(string directory, string prefix)
    {
        _directory = directory;
        _prefix = prefix;
    }

    /// <exception cref="InvalidOperationException">Another snapshot of this run has these files.</exception>
    public static SnapshotFiles Of(string testName, VerifySettings settings, string sourceFile)
    {
        // Not Path.GetDirectoryName: the compiler may have run on a platform with the other separator.
        var sourceDirectory = sourceFile[..Math.Max(sourceFile.LastIndexOfAny(['/', '\\']), 0)];
        var directory = Path.GetFullPath(Path.Combine(sourceDirectory, settings.Directory ?? ""));
        Directory.CreateDirectory(directory);
        var prefix = settings.FileName ?? testName;
        return Prefixes.TryAdd(Path.Combine(directory, prefix), value: true)
            ? new(directory, prefix)
            : throw new InvalidOperationException(
                $"{Path.Combine(directory, prefix)}: another snapshot of this run has the same files. Give this one its own name with " +
                "UseParameters, UseTextForParameters or UseFileName.");
    }

    public FilePair Pair(string extension) => new(InDirectory($"received.{extension}"), InDirectory($"verified.{extension}"));

    /// <summary>What was once approved and is no longer received, having another extension or an index.</summary>
    public IReadOnlyList<string> ApprovedBut(string path) =>
        [.. Find("verified").Where(file => !file.Equals(path, StringComparison.OrdinalIgnoreCase))];

    public void DeleteReceived()
    {
        foreach (var file in Find("received"))
        {
            File.Delete(file);
        }
    }

    private string InDirectory(string ending) => Path.Combine(_directory, $"{_prefix}.{ending}");

    private List<string> Find(string state) =>
        [.. Directory.EnumerateFiles(_directory, $"*.{state}.*").Where(file => IsOwn(Path.GetFileName(file), state))];

    private bool IsOwn(string fileName, string state) =>
        fileName.StartsWith($"{_prefix}.{state}.", StringComparison.Ordinal)
        || fileName.StartsWith($"{_prefix}#", StringComparison.Ordinal);
}
