using System.Text;

namespace Orchestrator.Review.Plans;

/// <summary>A plan's bytes as UTF-8, whatever they came as.</summary>
internal static class PlanText
{
    private const int Mark = 2;

    /// <summary>
    /// The stream in UTF-8. <c>&gt;</c> of Windows PowerShell writes UTF-16 with a byte order mark; without one, JSON in UTF-16 begins
    /// with a brace and a zero.
    /// </summary>
    internal static Stream AsUtf8(Stream stream)
    {
        var start = new byte[Mark];
        var length = stream.ReadAtLeast(start, Mark, throwOnEndOfStream: false);
        var whole = new PrefixedStream(start.AsMemory(0, length), stream);
        var encoding = start switch
        {
            [0xFF, 0xFE] or [(byte)'{', 0] => Encoding.Unicode,
            [0xFE, 0xFF] or [0, (byte)'{'] => Encoding.BigEndianUnicode,
            _ => null,
        };
        return encoding is null ? whole : Encoding.CreateTranscodingStream(whole, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Bytes that were read already, and then the rest of a stream.</summary>
    private sealed class PrefixedStream(ReadOnlyMemory<byte> start, Stream rest) : Stream
    {
        private ReadOnlyMemory<byte> _start = start;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            if (_start.IsEmpty)
            {
                return rest.Read(buffer);
            }
            var length = Math.Min(_start.Length, buffer.Length);
            _start.Span[..length].CopyTo(buffer);
            _start = _start[length..];
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
