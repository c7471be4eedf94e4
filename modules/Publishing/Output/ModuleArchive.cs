using System.Formats.Tar;

namespace Orchestrator.Modules.Publishing;

/// <summary>A module's folder as a <c>.tar.gz</c>: the same files give the same bytes.</summary>
internal static class ModuleArchive
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The archive.</summary>
    /// <param name="files">The files by their paths, in the order in which they are to stand.</param>
    internal static byte[] Of(IReadOnlyDictionary<string, byte[]> files)
    {
        var bytes = new MemoryStream();
        using (var archive = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (path, content) in files)
            {
                archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path)
                {
                    DataStream = new MemoryStream(content),
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    Mode = Readable,
                });
            }
        }
        return StoredGzip.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }
}
