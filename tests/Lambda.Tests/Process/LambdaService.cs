using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Orchestrator.Lambda.Tests.Network;

namespace Orchestrator.Lambda.Tests.Process;

/// <summary>The Lambda Runtime API on loopback, as the service offers it to one process.</summary>
internal sealed class LambdaService : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly Channel<(string Id, string Event, TimeSpan Time)> _events = Channel.CreateUnbounded<(string, string, TimeSpan)>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<(bool IsError, JsonNode Content)>> _answers = [];
    private readonly TaskCompletionSource<JsonNode> _initializationError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private int _ids;

    internal LambdaService() => _server = new LoopbackServer(AnswerAsync);

    /// <summary>What AWS_LAMBDA_RUNTIME_API says.</summary>
    internal string Authority => _server.Authority;

    /// <summary>What the process reports when it cannot start.</summary>
    internal Task<JsonNode> InitializationError => _initializationError.Task;

    /// <summary>Sends an event, and waits for the answer.</summary>
    internal async Task<(bool IsError, JsonNode Content)> InvokeAsync(string content = "{}", TimeSpan? time = null)
    {
        var id = $"request-{Interlocked.Increment(ref _ids)}";
        var answer = _answers.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        await _events.Writer.WriteAsync((id, content, time ?? TimeSpan.FromMinutes(1)));
        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _server.DisposeAsync();
        _stop.Dispose();
    }

    private async Task AnswerAsync(HttpListenerContext context, byte[] body)
    {
        var path = context.Request.RawUrl!["/2018-06-01/runtime/".Length..];
        if (path == "invocation/next")
        {
            var (id, content, time) = await _events.Reader.ReadAsync(_stop.Token);
            context.Response.AddHeader("Lambda-Runtime-Aws-Request-Id", id);
            context.Response.AddHeader("Lambda-Runtime-Deadline-Ms", $"{DateTimeOffset.UtcNow.Add(time).ToUnixTimeMilliseconds()}");
            context.Response.AddHeader("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-west-1:123456789012:function:sync");
            await LoopbackServer.WriteAsync(context, content);
            return;
        }
        context.Response.StatusCode = 202;
        var answer = JsonNode.Parse(body)!;
        if (path == "init/error")
        {
            _initializationError.SetResult(answer);
        }
        else
        {
            _answers[path.Split('/')[1]].SetResult((path.EndsWith("/error", StringComparison.Ordinal), answer));
        }
    }
}
