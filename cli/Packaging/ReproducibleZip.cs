using System.IO.Compression;

namespace Orchestrator.Cli.Packaging;

/// <summary>Packs a directory so that the same files always give the same bytes: sorted, with one time for all, with the permissions that Lambda needs.</summary>
internal static class ReproducibleZip
{
    private const string Executable = "bootstrap";
    private const int ExecutableMode = 0x81ED;
    private const int FileMode = 0x81A4;

    // The earliest time that a zip can hold.
    private static readonly DateTimeOffset Time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // Symbols and documentation.
    private static readonly string[] ExtensionsLeftOut = [".pdb", ".xml", ".dbg"];

    // What the runtime loads for a debugger, a tracer, a crash dump or another garbage collector alone.
    private static readonly string[] FilesLeftOut = ["createdump", "libclrgc.so", "libclrgcexp.so", "libcoreclrtraceptprovider.so", "libmscordaccore.so", "libmscordbi.so"];

    /// <summary>Writes the zip; in its place at once, whole.</summary>
    internal static void Write(string directory, string zip)
    {
        var partial = $"{zip}.partial";
        using (var archive = new ZipArchive(File.Create(partial), ZipArchiveMode.Create))
        {
            foreach (var file in Directory.EnumerateFiles(directory).Where(IsPacked).Order(StringComparer.Ordinal))
            {
                var entry = archive.CreateEntry(Path.GetFileName(file), CompressionLevel.SmallestSize);
                entry.LastWriteTime = Time;
                entry.ExternalAttributes = (Path.GetFileName(file) == Executable ? ExecutableMode : FileMode) << 16;
                using var target = entry.Open();
                using var source = File.OpenRead(file);
                source.CopyTo(target);
            }
        }
        File.Move(partial, zip, overwrite: true);
    }

    private static bool IsPacked(string file) => !FilesLeftOut.Contains(Path.GetFileName(file)) && !ExtensionsLeftOut.Contains(Path.GetExtension(file));
}
