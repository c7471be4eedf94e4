using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Orchestrator.Modules.Publishing;

/// <summary>A module's folder as a <c>.tar.gz</c>: the same files give the same bytes.</summary>
internal static class ModuleArchive
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The archive.</summary>
    /// <param name="files">The files by their paths, in the order in which they are to stand.</param>
    internal static byte[] Of(IReadOnlyDictionary<string, string> files)
    {
        var bytes = new MemoryStream();
        using (var compressed = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        using (var archive = new TarWriter(compressed, TarEntryFormat.Ustar))
        {
            foreach (var (path, text) in files)
            {
                archive.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path)
                {
                    DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)),
                    ModificationTime = DateTimeOffset.UnixEpoch,
                    Mode = Readable,
                });
            }
        }
        return bytes.ToArray();
    }
}
