using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>Reads queries and writes answers, knowing nothing of the code under test.</summary>
internal static class DnsPacket
{
    internal static (ushort Id, string Name, ushort Type) ReadQuery(ReadOnlySpan<byte> query)
    {
        var labels = new List<string>();
        var position = 12;
        while (query[position] != 0)
        {
            labels.Add(Encoding.ASCII.GetString(query.Slice(position + 1, query[position])));
            position += query[position] + 1;
        }
        return (BinaryPrimitives.ReadUInt16BigEndian(query), string.Join('.', labels), BinaryPrimitives.ReadUInt16BigEndian(query[(position + 1)..]));
    }

    internal static byte[] WriteAnswer(ReadOnlySpan<byte> query, DnsReply reply)
    {
        var (id, name, type) = ReadQuery(query);
        var answer = new List<byte>();
        var isCut = reply.IsTruncated;
        Number(answer, (ushort)(reply.HasWrongId ? id ^ 1 : id));
        Number(answer, (ushort)(0x8000 | (reply.IsAuthoritative ? 0x0400 : 0) | (isCut ? 0x0200 : 0) | 0x0100 | reply.Code));
        Number(answer, 1);
        Number(answer, (ushort)(isCut ? 0 : reply.Records.Count));
        Number(answer, 0);
        Number(answer, 0);
        Name(answer, reply.HasWrongQuestion ? $"x{name}" : name);
        Number(answer, type);
        Number(answer, 1);
        foreach (var (owner, recordType, data) in isCut ? [] : reply.Records)
        {
            if (owner == name && !reply.HasWrongQuestion)
            {
                Number(answer, 0xC00C);
            }
            else
            {
                Name(answer, owner);
            }
            Number(answer, recordType);
            Number(answer, 1);
            Number(answer, 0);
            Number(answer, 60);
            var content = new List<byte>();
            if (data is IPAddress address)
            {
                content.AddRange(address.GetAddressBytes());
            }
            else
            {
                Name(content, (string)data);
            }
            Number(answer, (ushort)content.Count);
            answer.AddRange(content);
        }
        if (reply.IsMalformed)
        {
            answer.Add(0);
        }
        return [.. answer];
    }

    private static void Number(List<byte> octets, ushort number) => octets.AddRange([(byte)(number >> 8), (byte)number]);

    private static void Name(List<byte> octets, string name)
    {
        foreach (var label in name.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            octets.Add((byte)label.Length);
            octets.AddRange(Encoding.ASCII.GetBytes(label));
        }
        octets.Add(0);
    }
}
