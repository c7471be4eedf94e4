using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Orchestrator.Lambda.Dns;

/// <summary>
/// Asks over UDP, and over TCP what did not fit. Each query has a random id and a socket of its own, so a random port; what does not match id and
/// question is not an answer to it, and is waited past; what has the right id and is not well formed fails at once.
/// </summary>
/// <param name="timeout">How long an answer may take, for UDP and TCP each.</param>
internal sealed class SocketDnsClient(TimeSpan timeout) : IDnsClient
{
    private const int HeaderLength = 12;

    public async Task<DnsMessage> AskAsync(IPEndPoint server, DnsQuestion question, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(server, question, isExtended: true, cancellationToken);
        // A server from before EDNS(0).
        return answer.Code is ResponseCode.FormatError or ResponseCode.NotImplemented ? await AskAsync(server, question, isExtended: false, cancellationToken) : answer;
    }

    private async Task<DnsMessage> AskAsync(IPEndPoint server, DnsQuestion question, bool isExtended, CancellationToken cancellationToken)
    {
        var id = BinaryPrimitives.ReadUInt16LittleEndian(RandomNumberGenerator.GetBytes(2));
        var query = DnsQueryWriter.Write(id, question, isExtended);
        var answer = await InTimeAsync(server, question, token => AskUdpAsync(server, id, question, query, token), cancellationToken);
        if (answer.IsTruncated)
        {
            answer = await InTimeAsync(server, question, token => AskTcpAsync(server, id, question, query, token), cancellationToken);
        }
        return answer.IsTruncated ? throw new DnsQueryException($"{server} truncates its answer to {question} over TCP too") : answer;
    }

    private async Task<DnsMessage> InTimeAsync(IPEndPoint server, DnsQuestion question, Func<CancellationToken, Task<DnsMessage>> ask, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            return await ask(limit.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new DnsQueryException($"{server} did not answer {question} within {timeout.TotalSeconds:0.###} s", exception);
        }
        catch (Exception exception) when (exception is SocketException or IOException or DnsFormatException)
        {
            throw new DnsQueryException($"{server} could not be asked {question}: {exception.Message}", exception);
        }
    }

    private static async Task<DnsMessage> AskUdpAsync(IPEndPoint server, ushort id, DnsQuestion question, byte[] query, CancellationToken cancellationToken)
    {
        using var socket = new Socket(server.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        // Connected, a socket receives from this server alone.
        await socket.ConnectAsync(server, cancellationToken);
        await socket.SendAsync(query, cancellationToken);
        var buffer = new byte[DnsQueryWriter.LongestDatagram];
        while (true)
        {
            var length = await socket.ReceiveAsync(buffer, cancellationToken);
            if (Match(buffer.AsSpan(0, length), id, question) is { } answer)
            {
                return answer;
            }
        }
    }

    private static async Task<DnsMessage> AskTcpAsync(IPEndPoint server, ushort id, DnsQuestion question, byte[] query, CancellationToken cancellationToken)
    {
        using var client = new TcpClient(server.AddressFamily);
        await client.ConnectAsync(server, cancellationToken);
        var stream = client.GetStream();
        var framed = new byte[query.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)query.Length);
        query.CopyTo(framed, 2);
        await stream.WriteAsync(framed, cancellationToken);
        var length = new byte[2];
        await stream.ReadExactlyAsync(length, cancellationToken);
        var octets = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
        await stream.ReadExactlyAsync(octets, cancellationToken);
        return Match(octets, id, question) ?? throw new DnsFormatException("what came over TCP does not answer the question");
    }

    private static bool IsAnswerTo(ReadOnlySpan<byte> octets, ushort id) => octets.Length >= HeaderLength && BinaryPrimitives.ReadUInt16BigEndian(octets) == id && (octets[2] & 0x80) != 0;

    /// <summary>An answer to the question; null where it is of something else.</summary>
    /// <exception cref="DnsFormatException">It has the question's id, and is not well formed.</exception>
    private static DnsMessage? Match(ReadOnlySpan<byte> octets, ushort id, DnsQuestion question)
    {
        // A server that does not know EDNS(0) may answer with a header alone.
        if (octets.Length == HeaderLength && BinaryPrimitives.ReadUInt16BigEndian(octets) == id && (octets[2] & 0xF8) == 0x80 && (octets[3] & 0x0F) == (int)ResponseCode.FormatError)
        {
            return new DnsMessage(id, question, ResponseCode.FormatError, IsAuthoritative: false, IsTruncated: false, []);
        }
        try
        {
            var message = DnsMessageReader.Read(octets);
            return message.Id == id && message.Question == question ? message : null;
        }
        catch (DnsFormatException) when (!IsAnswerTo(octets, id))
        {
            return null;
        }
    }
}
