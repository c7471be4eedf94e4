using System.Text;
using Amazon.JSII.JsonModel.Api;
using Amazon.JSII.JsonModel.Api.Request;
using Amazon.JSII.Runtime.Services;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Orchestrator.Modules.Synthesis;

/// <summary>
/// While it lasts, what is made in jsii's kernel is sent without waiting for each answer: node numbers its objects in order, so the reference
/// of a new one is known beforehand. Every answer is read and compared all the same, the latest before that of the next call of the bindings.
/// </summary>
/// <remarks>For constructs that override nothing of CDKTF's: node could not call them back.</remarks>
internal sealed class JsiiPipeline : IDisposable
{
    /// <summary>The bytes of requests that may be without an answer: less than any pipe holds, so that writing never waits for a node that waits for its answers to be read.</summary>
    private const int Capacity = 16 * 1024;

    private const string ReferenceKey = "\"$jsii.byref\":\"";

    private readonly IServiceProvider? _before = ServiceContainer.ServiceProviderOverride;
    private readonly JsiiConnection _connection;
    private readonly Queue<Request> _unanswered = new();
    private int _unansweredBytes;
    private long? _lastObject;
    private string? _failure;

    private JsiiPipeline()
    {
        _connection = JsiiConnection.Open();
        ServiceContainer.ServiceProviderOverride = _connection.Redirected(Receive, Transmit);
    }

    /// <summary>The one that lasts, or null.</summary>
    internal static JsiiPipeline? Current { get; private set; }

    /// <summary>Begins one.</summary>
    internal static JsiiPipeline Begin() => Current = new JsiiPipeline();

    /// <summary>Makes an object.</summary>
    /// <param name="type">Its class, by jsii's name.</param>
    /// <param name="arguments">What its constructor takes, as jsii writes it.</param>
    /// <returns>Its reference.</returns>
    /// <exception cref="InvalidOperationException">Node refused an earlier request.</exception>
    internal string Create(string type, object?[] arguments)
    {
        var request = JsonConvert.SerializeObject(new CreateRequest(type, arguments, [], []));
        if (_lastObject is null)
        {
            Transmit(request);
            return (string)JObject.Parse(Receive())["ok"]!["$jsii.byref"]!;
        }
        var reference = $"{type}@{++_lastObject}";
        Send(new Request(request, reference));
        return reference;
    }

    /// <summary>Calls a method that returns nothing.</summary>
    /// <param name="reference">The object that has it.</param>
    /// <param name="method">Its name in TypeScript.</param>
    /// <param name="arguments">What it takes, as jsii writes it.</param>
    /// <exception cref="InvalidOperationException">Node refused an earlier request.</exception>
    internal void Invoke(string reference, string method, params object?[] arguments) =>
        Send(new Request(JsonConvert.SerializeObject(new InvokeRequest(new ObjectReference { ["$jsii.byref"] = reference }, method, arguments)), null));

    /// <summary>Reads the answers that are left, and leaves the connection to the bindings alone.</summary>
    public void Dispose()
    {
        Current = null;
        ServiceContainer.ServiceProviderOverride = _before;
        ReadAnswers(0);
    }

    private void Send(Request request)
    {
        if (_unansweredBytes + request.Bytes > Capacity)
        {
            // Down to half: node has something to do while the next requests are written.
            ReadAnswers(Math.Max(0, Math.Min(Capacity / 2, Capacity - request.Bytes)));
            ThrowAfterFailure();
        }
        _connection.Write(request.Text);
        _unanswered.Enqueue(request);
        _unansweredBytes += request.Bytes;
    }

    /// <summary>Writes a request of the bindings, whose answer is asked for at once.</summary>
    private void Transmit(string request)
    {
        if (Encoding.UTF8.GetByteCount(request) > Capacity)
        {
            ReadAnswers(0);
        }
        _connection.Write(request);
    }

    /// <summary>The answer to the request that was written last.</summary>
    private string Receive()
    {
        ReadAnswers(0);
        var answer = _connection.Read();
        ThrowAfterFailure();
        NoteObjects(answer);
        return answer;
    }

    private void ReadAnswers(int bytesLeft)
    {
        while (_unansweredBytes > bytesLeft)
        {
            var request = _unanswered.Dequeue();
            _unansweredBytes -= request.Bytes;
            var answer = _connection.Read();
            if (_failure is null && !request.IsAnsweredBy(answer))
            {
                _failure = $"node answered {answer} to {request.Text}";
            }
        }
    }

    private void ThrowAfterFailure()
    {
        if (_failure is not null)
        {
            throw new InvalidOperationException(_failure);
        }
    }

    /// <summary>Whatever else makes objects, node tells their references in its answers.</summary>
    private void NoteObjects(string answer)
    {
        for (var at = answer.IndexOf(ReferenceKey, StringComparison.Ordinal); at >= 0; at = answer.IndexOf(ReferenceKey, at, StringComparison.Ordinal))
        {
            at += ReferenceKey.Length;
            var reference = answer.AsSpan(at, answer.IndexOf('"', at) - at);
            if (long.TryParse(reference[(reference.LastIndexOf('@') + 1)..], out var number))
            {
                _lastObject = Math.Max(_lastObject ?? 0, number);
            }
        }
    }

    /// <summary>A request whose answer is not read yet.</summary>
    /// <param name="Text">Its JSON.</param>
    /// <param name="Reference">What it makes, or null.</param>
    private sealed record Request(string Text, string? Reference)
    {
        internal int Bytes { get; } = Encoding.UTF8.GetByteCount(Text) + 1;

        internal bool IsAnsweredBy(string answer) => answer.StartsWith("{\"ok\":", StringComparison.Ordinal)
            && (Reference is null || answer.Contains($"{ReferenceKey}{Reference}\"", StringComparison.Ordinal));
    }
}
