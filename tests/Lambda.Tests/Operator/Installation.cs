using System.Net;
using System.Text.Json.Nodes;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Settings;
using Orchestrator.Lambda.Tests.Defects;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Tests;

namespace Orchestrator.Lambda.Tests.Operator;

/// <summary>The function behind the Invoke API of Lambda on loopback, with DNS, Elastic Load Balancing and S3 on loopback behind it; and the command line, which knows only the API.</summary>
internal sealed class Installation : IDisposable
{
    internal const string Name = "static-ip-sync";
    private readonly Scratch _scratch = new();
    private readonly LoopbackServer _server;
    private readonly DnsServer _dns;
    private readonly AwsClients _clients;
    private readonly SyncFunction _function;

    internal Installation(SyncSettings? settings = null)
    {
        _dns = new DnsServer((name, type, isTcp) => DnsIsDown ? DnsReply.ServerFailure : Zone.Answer(name, type, isTcp));
        _clients = new AwsClients(Aws);
        _function = new SyncFunction(settings ?? FunctionTests.Settings(), Resolving.At(_dns), _ => _clients.Group, _clients.Store, TimeProvider.System, log: null);
        _server = new LoopbackServer(AnswerAsync);
    }

    internal Zone Zone { get; } = new(Resolving.Addresses(2));

    internal AwsServer Aws { get; } = new() { NewState = "healthy" };

    internal bool DnsIsDown { get; set; }

    /// <summary>Answers instead of the function: status, headers, content.</summary>
    internal (int Status, (string Name, string Value)[] Headers, string Content)? Instead { get; set; }

    /// <summary>The paths that were called.</summary>
    internal List<string> Paths { get; } = [];

    internal List<string> BadSignatures { get; } = [];

    /// <summary>Is told of every call.</summary>
    internal Action Called { get; set; } = static () => { };

    internal string Url => $"http://{_server.Authority}";

    internal ProcessResult Run(params IEnumerable<string> arguments) => RunWith([], [.. arguments, "--endpoint-url", Url]);

    /// <summary>With environment variables besides those of a good installation; null removes one.</summary>
    internal ProcessResult RunWith(IReadOnlyList<(string Name, string? Value)> variables, params IEnumerable<string> arguments) => _scratch.RunWith([.. Variables, .. variables], arguments);

    /// <summary>Begins to run, and does not wait for the end.</summary>
    internal RunningProcess Start(params IEnumerable<string> arguments) => _scratch.Start(Variables, [.. arguments, "--endpoint-url", Url]);

    /// <summary>Writes a file where the command line runs.</summary>
    internal void Write(string name, string text) => _scratch.Write(name, text);

    public void Dispose()
    {
        foreach (var server in (IAsyncDisposable[])[_server, _dns, Aws])
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        _clients.Dispose();
        _scratch.Dispose();
    }

    private IReadOnlyList<(string Name, string? Value)> Variables =>
    [
        ("AWS_ACCESS_KEY_ID", SignatureCheck.AccessKey), ("AWS_SECRET_ACCESS_KEY", SignatureCheck.SecretKey), ("AWS_SESSION_TOKEN", null), ("AWS_REGION", "eu-west-1"), ("AWS_DEFAULT_REGION", null),
        ("AWS_PROFILE", null), ("AWS_ENDPOINT_URL", null), ("AWS_EC2_METADATA_DISABLED", "true"), ("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", null), ("AWS_CONTAINER_CREDENTIALS_FULL_URI", null),
        ("AWS_WEB_IDENTITY_TOKEN_FILE", null), ("AWS_SHARED_CREDENTIALS_FILE", _scratch.PathOf("credentials")), ("AWS_CONFIG_FILE", _scratch.PathOf("config")), ("HOME", _scratch.Root),
    ];

    private async Task AnswerAsync(HttpListenerContext context, byte[] body)
    {
        Called();
        Paths.Add($"{context.Request.HttpMethod} {context.Request.RawUrl}");
        if (SignatureCheck.Problem(context.Request, body, "lambda") is { } problem)
        {
            BadSignatures.Add(problem);
        }
        var (status, headers, content) = Instead ?? await InvokeAsync(body);
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.AddHeader(name, value);
        }
        await LoopbackServer.WriteAsync(context, content);
    }

    private async Task<(int Status, (string Name, string Value)[] Headers, string Content)> InvokeAsync(byte[] body)
    {
        try
        {
            var request = SyncRequest.Read(body);
            return (200, [], (await LambdaMode.HandleAsync(_function, request, new InvocationContext())).ToJsonString());
        }
        catch (SyncFailedException exception)
        {
            // As the runtime client reports an exception.
            var error = new JsonObject { ["errorType"] = nameof(SyncFailedException), ["errorMessage"] = exception.Message, ["stackTrace"] = new JsonArray("   at Orchestrator.Lambda.Run.LambdaMode.HandleAsync") };
            return (200, [("X-Amz-Function-Error", "Unhandled")], error.ToJsonString());
        }
    }
}
