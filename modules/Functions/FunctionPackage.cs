using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Orchestrator.Modules.Functions;

/// <summary>The zip of a Lambda function.</summary>
/// <param name="Path">Where it is, as an absolute path. The stack gets a copy.</param>
/// <param name="Sha256">The hash of its bytes as Lambda and Terraform write it, in base 64.</param>
public sealed record FunctionPackage(string Path, string Sha256)
{
    private const string Executable = "bootstrap";

    // In the header of an ELF file: what it is, and the processors that it is for.
    private const int HeaderLength = 20;
    private const int MachineOffset = 18;
    private const ushort X8664Machine = 62;
    private const ushort Arm64Machine = 183;

    /// <summary>The processors that its executable is compiled for; null where it has none that tells, as a script does not. Then nothing is checked.</summary>
    public FunctionArchitecture? Architecture { get; init; }

    /// <summary>The package of a file.</summary>
    /// <param name="path">The zip.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static FunctionPackage FromFile(string path)
    {
        using var zip = File.OpenRead(path);
        var hash = Convert.ToBase64String(SHA256.HashData(zip));
        zip.Position = 0;
        return new FunctionPackage(System.IO.Path.GetFullPath(path), hash) { Architecture = ArchitectureOf(zip) };
    }

    private static FunctionArchitecture? ArchitectureOf(Stream zip)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read);
            using var executable = archive.GetEntry(Executable)?.Open();
            if (executable is null || executable.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) < HeaderLength || !header.StartsWith("\u007fELF"u8))
            {
                return null;
            }
        }
        catch (InvalidDataException)
        {
            // It is for Lambda to say that this is no zip.
            return null;
        }
        return BinaryPrimitives.ReadUInt16LittleEndian(header[MachineOffset..]) switch
        {
            X8664Machine => FunctionArchitecture.X8664,
            Arm64Machine => FunctionArchitecture.Arm64,
            _ => null,
        };
    }
}
