using System.Formats.Tar;
using System.IO.Compression;

namespace Orchestrator.Cli.Packaging;

/// <summary>Packs a directory so that the same files always give the same bytes: sorted, with one time and one owner for all.</summary>
internal static class ReproducibleTar
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode ExecutableMode = FileMode | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private const string Executable = "orchestrator";

    /// <summary>Writes the archive.</summary>
    /// <param name="directory">What is packed.</param>
    /// <param name="name">What the directory is called in the archive.</param>
    /// <param name="archive">The archive.</param>
    internal static void Write(string directory, string name, string archive)
    {
        using var compressed = new GZipStream(File.Create(archive), CompressionLevel.SmallestSize);
        using var tar = new TarWriter(compressed, TarEntryFormat.Ustar);
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(directory, file);
            using var content = File.OpenRead(file);
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, $"{name}/{path}")
            {
                ModificationTime = DateTimeOffset.UnixEpoch,
                Mode = path == Executable ? ExecutableMode : FileMode,
                DataStream = content,
            });
        }
    }
}
