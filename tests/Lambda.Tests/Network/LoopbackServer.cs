using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>An HTTP server on loopback.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly Func<HttpListenerContext, byte[], Task> _answer;
    private readonly Task _serving;

    internal LoopbackServer(Func<HttpListenerContext, byte[], Task> answer)
    {
        _answer = answer;
        (_listener, Authority) = Listen();
        _serving = ServeAsync();
    }

    /// <summary>Its address and port.</summary>
    internal string Authority { get; }

    /// <summary>Writes an answer's content together with its headers: of content that comes in pieces the last one waits 40 ms for the client's acknowledgement of the others.</summary>
    internal static async Task WriteAsync(HttpListenerContext context, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        context.Response.ContentLength64 = bytes.Length;
        if (context.Request.HttpMethod != "HEAD")
        {
            await context.Response.OutputStream.WriteAsync(bytes);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private static (HttpListener Listener, string Authority) Listen()
    {
        while (true)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var authority = $"127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}";
            probe.Stop();
            var listener = new HttpListener { Prefixes = { $"http://{authority}/" } };
            try
            {
                listener.Start();
                return (listener, authority);
            }
            catch (HttpListenerException)
            {
                // Somebody else took the port in between.
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            await _answer(context, body.ToArray());
            context.Response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or IOException or OperationCanceledException)
        {
            context.Response.Abort();
        }
    }
}
