using System.Buffers.Binary;
using System.Text;

namespace Orchestrator.Cli.Packaging;

/// <summary>An executable or a library of 64-bit Linux, little-endian: what it needs of the C library. Source: the System V ABI and the Linux Standard Base, "Symbol Versioning".</summary>
internal sealed class ElfFile
{
    private const uint VersionsNeeded = 0x6ffffffe;
    private const string CLibrary = "GLIBC_";

    private readonly byte[] _content;

    private ElfFile(byte[] content) => _content = content;

    /// <summary>Reads a file; null where it is none.</summary>
    internal static ElfFile? Read(string path) => File.ReadAllBytes(path) is var content && content.AsSpan().StartsWith("\u007fELF"u8) ? new ElfFile(content) : null;

    /// <summary>The newest version of the GNU C library that a symbol of it asks for; null where none asks.</summary>
    internal Version? NewestGlibc => NeededVersions().Where(name => name.StartsWith(CLibrary, StringComparison.Ordinal)).Select(name => Version.TryParse(name[CLibrary.Length..], out var version) ? version : null).Max();

    /// <summary>The names of all versions of symbols that it asks for.</summary>
    private IEnumerable<string> NeededVersions()
    {
        foreach (var section in Sections().Where(section => Word(section + 4) == VersionsNeeded))
        {
            // Of each library: how many versions, where the first is, where the next library is.
            for (long library = Long(section + 24), next = 1; next != 0; library += next)
            {
                next = Word(library + 12);
                var version = library + Word(library + 8);
                for (var left = Half(library + 2); left > 0; left--)
                {
                    yield return Name(section, Word(version + 8));
                    version += Word(version + 12);
                }
            }
        }
    }

    private IEnumerable<long> Sections() => Enumerable.Range(0, Half(60)).Select(index => Long(40) + (long)index * Half(58));

    /// <summary>A name in the table of strings that a section is linked with.</summary>
    private string Name(long section, uint offset)
    {
        var table = Long(40) + (long)Word(section + 40) * Half(58);
        var text = _content.AsSpan((int)(Long(table + 24) + offset));
        return Encoding.ASCII.GetString(text[..text.IndexOf((byte)0)]);
    }

    private ushort Half(long offset) => BinaryPrimitives.ReadUInt16LittleEndian(_content.AsSpan((int)offset));

    private uint Word(long offset) => BinaryPrimitives.ReadUInt32LittleEndian(_content.AsSpan((int)offset));

    private long Long(long offset) => BinaryPrimitives.ReadInt64LittleEndian(_content.AsSpan((int)offset));
}
