using System.Runtime.InteropServices;
using System.Text;

namespace Orchestrator.Text;

/// <summary>
/// Files that are named from outside: by a manifest, a command line, a pull request. What is no ordinary file is refused before it is opened, since
/// opening a pipe waits and a device need not end, and no more is read than is allowed.
/// </summary>
public static class InputFile
{
    /// <summary>What stands for standard input.</summary>
    public const string StandardInput = "-";

    private const int TypeMask = 0xF000;
    private const int OrdinaryFile = 0x8000;

    /// <summary>Reads a file whole.</summary>
    /// <param name="path">The file; <c>-</c> is standard input.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <exception cref="InputFileException">It is not there, may not be read, is no file, or is too large.</exception>
    public static byte[] Read(string path, int most)
    {
        using var stream = Open(path);
        var bytes = new byte[stream.CanSeek ? Math.Min(stream.Length, most) + 1 : most + 1L];
        var count = 0;
        try
        {
            while (count <= most)
            {
                var read = stream.Read(bytes, count, bytes.Length - count);
                if (read == 0)
                {
                    return bytes[..count];
                }
                count += read;
                if (count == bytes.Length && count <= most)
                {
                    Array.Resize(ref bytes, (int)Math.Min(bytes.Length * 2L, most + 1L));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputFileException("it cannot be read");
        }
        throw new InputFileException($"it has more than {most:N0} bytes");
    }

    /// <summary>Reads a file of text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that it may have.</param>
    /// <exception cref="InputFileException">As <see cref="Read"/>, or it is not UTF-8.</exception>
    public static string ReadText(string path, int most)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Read(path, most)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new InputFileException("it is not text in UTF-8");
        }
    }

    /// <summary>Opens a file to be read; <c>-</c> is standard input.</summary>
    /// <exception cref="InputFileException">It is not there, may not be read, or is no file.</exception>
    public static Stream Open(string path)
    {
        if (path == StandardInput)
        {
            return Console.OpenStandardInput();
        }
        RequireOrdinary(path);
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputFileException("permission denied");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException)
        {
            throw new InputFileException("it cannot be read");
        }
    }

    /// <summary>Where a path leads once every symbolic link in it has been followed; null where it leads nowhere, or in a circle.</summary>
    public static string? RealPath(string path)
    {
        const int MostLinks = 40;
        var (real, rest, links) = (Path.GetPathRoot(Path.GetFullPath(path))!, new Stack<string>(Steps(path).Reverse()), 0);
        while (rest.TryPop(out var step))
        {
            if (step == "..")
            {
                real = Path.GetDirectoryName(real) ?? real;
                continue;
            }
            var next = Path.Combine(real, step);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }
            if (++links > MostLinks)
            {
                return null;
            }
            real = Path.IsPathRooted(target) ? Path.GetPathRoot(target)! : real;
            foreach (var part in target.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Where(part => part != ".").Reverse())
            {
                rest.Push(part);
            }
        }
        return Path.Exists(real) ? real : null;
    }

    /// <summary>Whether a path leads to something outside of a directory, once every symbolic link has been followed. What leads nowhere is not outside.</summary>
    public static bool IsOutside(string path, string directory) =>
        RealPath(path) is { } real && RealPath(directory) is { } top && !real.StartsWith(Path.EndsInDirectorySeparator(top) ? top : top + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static IEnumerable<string> Steps(string path) =>
        Path.GetFullPath(path)[Path.GetPathRoot(Path.GetFullPath(path))!.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);

    private static void RequireOrdinary(string path)
    {
        // A shell hands over what a command prints as such a pipe: <(terraform show -json plan).
        if (path.StartsWith("/dev/fd/", StringComparison.Ordinal))
        {
            return;
        }
        if (Directory.Exists(path))
        {
            throw new InputFileException("it is a directory");
        }
        // A link counts as a file to the base library wherever it leads.
        if (LinkTarget(path) is { } target && RealPath(path) is null)
        {
            throw new InputFileException($"it is a link to {target}, which is not there");
        }
        if (!File.Exists(path))
        {
            throw new InputFileException("there is no such file");
        }
        if (!OperatingSystem.IsWindows() && TypeOf(Path.GetFullPath(path)) != OrdinaryFile)
        {
            throw new InputFileException("it is a device, a pipe or a socket, and no file");
        }
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static int TypeOf(string path)
    {
        Span<int> status = stackalloc int[64];
        if (Stat(path, ref MemoryMarshal.GetReference(status)) != 0)
        {
            throw new InputFileException("permission denied");
        }
        return status[1] & TypeMask;
    }

    /// <summary>stat(2) as the runtime's own library has it, the same on every system: the second field is the mode. The base library tells types of files to nobody.</summary>
    [DllImport("libSystem.Native", EntryPoint = "SystemNative_Stat", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Stat([MarshalAs(UnmanagedType.LPUTF8Str)] string path, ref int status);
}
