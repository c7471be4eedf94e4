using System.Net;

namespace Orchestrator.Lambda.Dns;

/// <summary>Reads answers (RFC 1035 §4.1). Whatever is not wholly well formed is refused.</summary>
internal static class DnsMessageReader
{
    private const int ResponseBit = 0x8000;
    private const int OperationMask = 0x7800;
    private const int AuthoritativeBit = 0x0400;
    private const int TruncatedBit = 0x0200;
    private const ushort ClassInternet = 1;

    /// <summary>Reads an answer.</summary>
    /// <exception cref="DnsFormatException">The octets are not an answer with one question.</exception>
    internal static DnsMessage Read(ReadOnlySpan<byte> octets)
    {
        var reader = new WireReader(octets);
        var id = reader.ReadUInt16();
        var flags = reader.ReadUInt16();
        var questions = reader.ReadUInt16();
        var answerCount = reader.ReadUInt16();
        var authorityCount = reader.ReadUInt16();
        var additionalCount = reader.ReadUInt16();
        if ((flags & ResponseBit) == 0 || (flags & OperationMask) != 0 || questions != 1)
        {
            throw new DnsFormatException("the message is not the answer to one question");
        }
        var question = new DnsQuestion(reader.ReadName(), (RecordType)reader.ReadUInt16());
        if (reader.ReadUInt16() != ClassInternet)
        {
            throw new DnsFormatException("the question is not in class IN");
        }
        var code = flags & 0xF;
        var isTruncated = (flags & TruncatedBit) != 0;
        var answers = new List<DnsRecord>();
        // A truncated message may end anywhere; its records are not used.
        if (!isTruncated)
        {
            for (var index = 0; index < answerCount; index++)
            {
                if (ReadRecord(ref reader, ref code) is { } record)
                {
                    answers.Add(record);
                }
            }
            for (var index = 0; index < authorityCount + additionalCount; index++)
            {
                ReadRecord(ref reader, ref code);
            }
            if (!reader.IsAtEnd)
            {
                throw new DnsFormatException($"the message goes on after its last record, at octet {reader.Position}");
            }
        }
        return new DnsMessage(id, question, (ResponseCode)code, (flags & AuthoritativeBit) != 0, isTruncated, answers);
    }

    private static DnsRecord? ReadRecord(ref WireReader reader, ref int code)
    {
        var owner = reader.ReadName();
        var type = (RecordType)reader.ReadUInt16();
        var recordClass = reader.ReadUInt16();
        var timeToLive = reader.ReadUInt32();
        var length = reader.ReadUInt16();
        var end = reader.Position + length;
        if (type == RecordType.OPT)
        {
            // Where a record has its time to live, EDNS has the upper bits of the response code.
            code |= (int)(timeToLive >> 24) << 4;
        }
        var record = recordClass != ClassInternet ? null : type switch
        {
            RecordType.A when length == 4 => new DnsRecord(owner, type, new IPAddress(reader.ReadOctets(4)), null),
            RecordType.AAAA when length == 16 => new DnsRecord(owner, type, new IPAddress(reader.ReadOctets(16)), null),
            RecordType.A or RecordType.AAAA => throw new DnsFormatException($"an {type} record has {length} octets"),
            RecordType.CNAME or RecordType.NS => new DnsRecord(owner, type, null, reader.ReadName()),
            _ => null,
        };
        if (record is null)
        {
            reader.ReadOctets(length);
        }
        return reader.Position == end ? record : throw new DnsFormatException($"the {type} record's content does not end where its length says, at octet {end}");
    }
}
