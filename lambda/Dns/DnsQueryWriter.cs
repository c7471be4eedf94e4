using System.Buffers.Binary;
using System.Text;

namespace Orchestrator.Lambda.Dns;

/// <summary>Writes queries (RFC 1035 §4.1), with EDNS(0) (RFC 6891) so that long answers come in one datagram.</summary>
internal static class DnsQueryWriter
{
    /// <summary>The longest datagram that is asked for: it passes every network without being cut up (the value of DNS flag day 2020).</summary>
    internal const int LongestDatagram = 1232;

    private const int HeaderLength = 12;
    private const int OptLength = 11;
    private const ushort ClassInternet = 1;
    private const ushort RecursionDesired = 0x0100;

    /// <summary>A query.</summary>
    /// <param name="id">Its id: random, so that nobody can answer who has not seen the query.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="isExtended">Whether with EDNS(0); some servers refuse it.</param>
    internal static byte[] Write(ushort id, DnsQuestion question, bool isExtended)
    {
        var labels = question.Name.Labels;
        var nameLength = labels.Sum(label => label.Length + 1) + 1;
        var query = new byte[HeaderLength + nameLength + 4 + (isExtended ? OptLength : 0)];
        var span = query.AsSpan();
        BinaryPrimitives.WriteUInt16BigEndian(span, id);
        BinaryPrimitives.WriteUInt16BigEndian(span[2..], RecursionDesired);
        BinaryPrimitives.WriteUInt16BigEndian(span[4..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(span[10..], (ushort)(isExtended ? 1 : 0));
        var position = HeaderLength;
        foreach (var label in labels)
        {
            span[position] = (byte)label.Length;
            position += 1 + Encoding.ASCII.GetBytes(label, span[(position + 1)..]);
        }
        position++;
        BinaryPrimitives.WriteUInt16BigEndian(span[position..], (ushort)question.Type);
        BinaryPrimitives.WriteUInt16BigEndian(span[(position + 2)..], ClassInternet);
        if (isExtended)
        {
            // The root's name, the type, and where a record has its class: the longest datagram.
            BinaryPrimitives.WriteUInt16BigEndian(span[(position + 5)..], (ushort)RecordType.OPT);
            BinaryPrimitives.WriteUInt16BigEndian(span[(position + 7)..], LongestDatagram);
        }
        return query;
    }
}
