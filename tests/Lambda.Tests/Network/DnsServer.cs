using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>A DNS server on loopback, over UDP and TCP on one port.</summary>
internal sealed class DnsServer : IAsyncDisposable
{
    private const int LongestDatagram = 1232;
    private readonly Socket _udp;
    private readonly TcpListener _tcp;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, ushort, bool, DnsReply> _answer;
    private readonly Task _serving;

    /// <param name="answer">Answers a name and type, asked over TCP or not.</param>
    /// <param name="endPoint">Where it listens; on a free port of 127.0.0.1 unless given.</param>
    internal DnsServer(Func<string, ushort, bool, DnsReply> answer, IPEndPoint? endPoint = null)
    {
        _answer = answer;
        (_udp, _tcp) = Bind(endPoint ?? new IPEndPoint(IPAddress.Loopback, 0));
        _serving = Task.WhenAll(ServeUdpAsync(), ServeTcpAsync());
    }

    internal IPEndPoint EndPoint => (IPEndPoint)_udp.LocalEndPoint!;

    /// <summary>How long each answer takes.</summary>
    internal TimeSpan Delay { get; set; }

    /// <summary>What was asked, as "TYPE NAME".</summary>
    internal ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>The ids and source ports of the queries.</summary>
    internal ConcurrentQueue<(ushort Id, int Port)> Origins { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _udp.Dispose();
        _tcp.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    // The port that is free for UDP may be taken for TCP.
    private static (Socket Udp, TcpListener Tcp) Bind(IPEndPoint endPoint)
    {
        while (true)
        {
            var udp = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = 1 << 20 };
            udp.Bind(endPoint);
            var tcp = new TcpListener((IPEndPoint)udp.LocalEndPoint!);
            try
            {
                tcp.Start();
                return (udp, tcp);
            }
            catch (SocketException)
            {
                udp.Dispose();
                tcp.Dispose();
            }
        }
    }

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[4096];
        while (!_stop.IsCancellationRequested)
        {
            var received = await _udp.ReceiveFromAsync(buffer, new IPEndPoint(IPAddress.Any, 0), _stop.Token);
            var query = buffer.AsSpan(0, received.ReceivedBytes).ToArray();
            Origins.Enqueue((BinaryPrimitives.ReadUInt16BigEndian(query), ((IPEndPoint)received.RemoteEndPoint).Port));
            _ = AnswerUdpAsync(query, received.RemoteEndPoint);
        }
    }

    private async Task AnswerUdpAsync(byte[] query, EndPoint client)
    {
        if (await AnswerAsync(query, isTcp: false) is { } answer)
        {
            await _udp.SendToAsync(answer, client, _stop.Token);
        }
    }

    private async Task ServeTcpAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            _ = AnswerTcpAsync(await _tcp.AcceptTcpClientAsync(_stop.Token));
        }
    }

    private async Task AnswerTcpAsync(TcpClient client)
    {
        using (client)
        {
            var stream = client.GetStream();
            var length = new byte[2];
            await stream.ReadExactlyAsync(length, _stop.Token);
            var query = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
            await stream.ReadExactlyAsync(query, _stop.Token);
            if (await AnswerAsync(query, isTcp: true) is { } answer)
            {
                await stream.WriteAsync((byte[])[(byte)(answer.Length >> 8), (byte)answer.Length, .. answer], _stop.Token);
            }
        }
    }

    private async Task<byte[]?> AnswerAsync(byte[] query, bool isTcp)
    {
        var (_, name, type) = DnsPacket.ReadQuery(query);
        Asked.Enqueue($"{type} {name}");
        var reply = _answer(name, type, isTcp);
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, _stop.Token);
        }
        var answer = DnsPacket.WriteAnswer(query, reply);
        var isTooLong = !isTcp && !reply.IsOversized && answer.Length > LongestDatagram;
        return reply.IsDropped ? null : isTooLong ? DnsPacket.WriteAnswer(query, reply with { IsTruncated = true }) : answer;
    }
}
