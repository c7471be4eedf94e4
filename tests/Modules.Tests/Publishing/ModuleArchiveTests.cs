using System.IO.Compression;
using System.Security.Cryptography;
using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Publishing;

public sealed class ModuleArchiveTests
{
    /// <summary>What fails here would give every version that is published another hash.</summary>
    [Fact]
    public void The_bytes_are_those_that_are_published()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["hcl/main.tf"] = [.. "locals {\n  name = \"ä\"\n}\n"u8],
            ["json/main.tf.json"] = [.. "{}\n"u8],
            [$"examples/{new string('a', 90)}/main.tf"] = [.. Enumerable.Repeat((byte)'x', 70_000)],
        };

        Assert.Equal("1c7434c910a7ebe358add6d970104d8bf058848b5c7d5a4d0acd5d65af1f6978", Convert.ToHexStringLower(SHA256.HashData(ModuleArchive.Of(files))));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(65_535, 1)]
    [InlineData(65_536, 2)]
    [InlineData(131_070, 2)]
    [InlineData(200_000, 4)]
    public void What_is_stored_is_read_again(int length, int blocks)
    {
        var content = new byte[length];
        new Random(1).NextBytes(content);

        var file = StoredGzip.Of(content);

        Assert.Equal(10 + (5 * blocks) + length + 8, file.Length);
        using var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(file), CompressionMode.Decompress))
        {
            gzip.CopyTo(unpacked);
        }
        Assert.Equal(content, unpacked.ToArray());
    }
}
