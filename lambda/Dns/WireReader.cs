using System.Buffers.Binary;

namespace Orchestrator.Lambda.Dns;

/// <summary>Reads a DNS message octet by octet, never past its end.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private const int PointerMask = 0xC0;
    private readonly ReadOnlySpan<byte> _message = message;

    internal int Position { get; private set; }

    internal readonly bool IsAtEnd => Position == _message.Length;

    internal ushort ReadUInt16() => BinaryPrimitives.ReadUInt16BigEndian(ReadOctets(2));

    internal uint ReadUInt32() => BinaryPrimitives.ReadUInt32BigEndian(ReadOctets(4));

    internal ReadOnlySpan<byte> ReadOctets(int count)
    {
        if (count > _message.Length - Position)
        {
            throw new DnsFormatException($"the message ends at octet {_message.Length}, within what begins at octet {Position}");
        }
        var octets = _message.Slice(Position, count);
        Position += count;
        return octets;
    }

    /// <summary>A name, which may continue elsewhere (RFC 1035 §4.1.4). Each pointer must lead further back than where its own part began, so that there is no loop.</summary>
    internal DnsName ReadName()
    {
        var labels = new List<byte[]>();
        var length = 1;
        var part = Position;
        var end = -1;
        while (true)
        {
            int octet = ReadOctets(1)[0];
            switch (octet & PointerMask)
            {
                case 0 when octet == 0:
                    Position = end < 0 ? Position : end;
                    return DnsName.FromWire(labels);
                case 0:
                    length += octet + 1;
                    if (length > DnsName.LongestName)
                    {
                        throw new DnsFormatException($"the name at octet {part} has more than {DnsName.LongestName} octets");
                    }
                    labels.Add(ReadOctets(octet).ToArray());
                    break;
                case PointerMask:
                    var target = ((octet & ~PointerMask) << 8) | ReadOctets(1)[0];
                    if (target >= part)
                    {
                        throw new DnsFormatException($"the name at octet {part} points to octet {target}, which is not before it");
                    }
                    end = end < 0 ? Position : end;
                    part = target;
                    Position = target;
                    break;
                default:
                    throw new DnsFormatException($"the name at octet {part} has a label of an unknown kind");
            }
        }
    }
}
