using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Web;
using System.Xml.Linq;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>Elastic Load Balancing (Query, XML) and S3 (REST, XML, ETags) on loopback. Every request must be signed.</summary>
internal sealed class AwsServer : IAsyncDisposable
{
    internal const string Bucket = "state-bucket";
    private readonly LoopbackServer _server;
    private readonly Lock _lock = new();
    private readonly ObjectStore _store = new(Bucket);

    internal AwsServer() => _server = new LoopbackServer(AnswerAsync);

    internal string Url => $"http://{_server.Authority}";

    /// <summary>The calls, in order, as "DescribeTargetHealth" or "GET /bucket/key".</summary>
    internal ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>What was wrong with signatures.</summary>
    internal ConcurrentQueue<string> BadSignatures { get; } = [];

    /// <summary>The targets, by address, port and zone.</summary>
    internal Dictionary<(string Address, string Port), (string State, string? Zone)> Targets { get; } = [];

    /// <summary>The objects of the bucket, by key.</summary>
    internal Dictionary<string, (byte[] Content, string ETag)> Objects => _store.Objects;

    /// <summary>The ETag of the write with a number.</summary>
    internal Func<int, string> ETags { set => _store.ETags = value; }

    /// <summary>Every version of every object, the oldest first; null where it was deleted.</summary>
    internal Dictionary<string, List<byte[]?>> Versions => _store.Versions;

    /// <summary>Answers with an error where it returns one: status, code, message.</summary>
    internal Func<string, (int Status, string Code, string Message)?>? Fault { get; set; }

    /// <summary>The state of what is newly registered.</summary>
    /// <summary>Answers with an error where it returns one, though what was asked for is done.</summary>
    internal Func<string, (int Status, string Code, string Message)?>? FaultAfter { get; set; }

    internal string NewState { get; set; } = "initial";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpListenerContext context, byte[] body)
    {
        var isStorage = context.Request.RawUrl!.StartsWith($"/{Bucket}", StringComparison.Ordinal);
        var parameters = isStorage ? null : HttpUtility.ParseQueryString(Encoding.UTF8.GetString(body));
        var call = parameters is null ? $"{context.Request.HttpMethod} {Uri.UnescapeDataString(context.Request.RawUrl.Split('?')[0])}" : parameters["Action"]!;
        Calls.Enqueue(call);
        if (SignatureCheck.Problem(context.Request, body, isStorage ? "s3" : "elasticloadbalancing") is { } problem)
        {
            BadSignatures.Enqueue($"{call}: {problem}");
            await ErrorAsync(context, isStorage, 403, "SignatureDoesNotMatch", problem);
        }
        else if (Fault?.Invoke(call) is { } fault)
        {
            await ErrorAsync(context, isStorage, fault.Status, fault.Code, fault.Message);
        }
        else if (parameters is null)
        {
            if ((_store.Answer(context, body) ?? FaultAfter?.Invoke(call)) is { } error)
            {
                await ErrorAsync(context, isStorage, error.Status, error.Code, error.Message);
            }
        }
        else
        {
            await WriteAsync(context, 200, Balancing(parameters));
        }
    }

    private string Balancing(System.Collections.Specialized.NameValueCollection parameters)
    {
        var action = parameters["Action"]!;
        lock (_lock)
        {
            for (var index = 1; parameters[$"Targets.member.{index}.Id"] is { } address; index++)
            {
                var key = (address, parameters[$"Targets.member.{index}.Port"]!);
                if (action == "RegisterTargets")
                {
                    Targets[key] = (Targets.TryGetValue(key, out var known) && known.State != "draining" ? known.State : NewState, parameters[$"Targets.member.{index}.AvailabilityZone"]);
                }
                else if (Targets.TryGetValue(key, out var target))
                {
                    Targets[key] = ("draining", target.Zone);
                }
            }
            var members = action == "DescribeTargetHealth" ? Targets.Select(target => $"<member><HealthCheckPort>traffic-port</HealthCheckPort><Target><Id>{target.Key.Address}</Id><Port>{target.Key.Port}</Port></Target><TargetHealth><State>{target.Value.State}</State></TargetHealth></member>") : [];
            var content = action == "DescribeTargetHealth" ? $"<TargetHealthDescriptions>{string.Concat(members)}</TargetHealthDescriptions>" : "";
            return $"""<{action}Response xmlns="http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/"><{action}Result>{content}</{action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>""";
        }
    }

    private static Task ErrorAsync(HttpListenerContext context, bool isStorage, int status, string code, string message)
    {
        var error = new XElement("Error", new XElement("Type", "Sender"), new XElement("Code", code), new XElement("Message", message));
        return WriteAsync(context, status, isStorage ? error.ToString() : new XElement("ErrorResponse", error, new XElement("RequestId", "1")).ToString());
    }

    private static Task WriteAsync(HttpListenerContext context, int status, string content)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml";
        return LoopbackServer.WriteAsync(context, content);
    }
}
