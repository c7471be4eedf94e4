using System.Buffers.Binary;

namespace Orchestrator.Modules.Publishing;

/// <summary>
/// Gzip (RFC 1952) that stores what it is given (RFC 1951, 3.2.4). Nothing is compressed, so the bytes depend on the content alone: a library that compresses gives other bytes in its next
/// version, and a version that is published must keep its hash.
/// </summary>
internal static class StoredGzip
{
    private const int LongestBlock = ushort.MaxValue;

    // Deflate, no name, no time, no operating system.
    private static readonly byte[] Header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];

    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value => Enumerable.Range(0, 8).Aggregate((uint)value, (remainder, _) => (remainder >> 1) ^ ((remainder & 1) * 0xedb88320)))];

    /// <summary>The content as a gzip file.</summary>
    internal static byte[] Of(ReadOnlySpan<byte> content)
    {
        var blocks = Math.Max(1, (content.Length + LongestBlock - 1) / LongestBlock);
        var file = new byte[Header.Length + (5 * blocks) + content.Length + 8];
        Header.CopyTo(file, 0);
        var rest = file.AsSpan(Header.Length);
        for (var block = 0; block < blocks; block++)
        {
            var stored = content.Slice(block * LongestBlock, Math.Min(LongestBlock, content.Length - (block * LongestBlock)));
            rest[0] = (byte)(block == blocks - 1 ? 1 : 0);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[1..], (ushort)stored.Length);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[3..], (ushort)~stored.Length);
            stored.CopyTo(rest[5..]);
            rest = rest[(5 + stored.Length)..];
        }
        BinaryPrimitives.WriteUInt32LittleEndian(rest, Crc32(content));
        BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], (uint)content.Length);
        return file;
    }

    private static uint Crc32(ReadOnlySpan<byte> content)
    {
        var remainder = uint.MaxValue;
        foreach (var value in content)
        {
            remainder = (remainder >> 8) ^ Remainders[(byte)(remainder ^ value)];
        }
        return ~remainder;
    }
}
