using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Tests;

namespace Orchestrator.Lambda.Tests.Operator;

/// <summary>
/// The commands of docs/static-ip.md that ask AWS or an address in it, run against what stands for them here; its other commands are followed by ConsoleBlockTests in tests/Orchestrator.Tests.
/// The AWS CLI is no tool of this project: a script has its place, which takes these command lines and no other and sends the requests that they stand for, signed by curl.
/// </summary>
public sealed class StaticIpPageTests : IDisposable
{
    private const string Aws = """
        #!/bin/sh
        send() { exec curl --silent --fail --aws-sigv4 "aws:amz:eu-west-1:$1" --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" --data "$2" "$3" --output "$4"; }
        case "$1 $2 $3 $5 $6 $7" in
          "lambda invoke --function-name --cli-binary-format raw-in-base64-out --payload") send lambda "$8" "$FUNCTIONS/2015-03-31/functions/$4/invocations" "$9" ;;
          "elbv2 describe-target-health --target-group-arn --query "*" --output") send elasticloadbalancing "Action=DescribeTargetHealth&Version=2015-12-01&TargetGroupArn=$4" "$BALANCERS/" health.xml ;;
        esac
        echo "unknown: $*" >&2
        exit 2
        """;

    private readonly Installation _installation = new();
    private readonly Scratch _scratch = new();

    public void Dispose()
    {
        _scratch.Dispose();
        _installation.Dispose();
    }

    [Fact]
    public void The_function_tells_its_state()
    {
        Assert.Equal(0, _installation.Run("sync", "run", Installation.Name, "--apply").ExitCode);

        Run(Command("aws lambda"));

        var run = JsonNode.Parse(_scratch.Read("status.json"))!["runs"]![0]!;
        Assert.Empty(_installation.BadSignatures);
        Assert.Equal(["POST /2015-03-31/functions/static-ip-sync/invocations"], _installation.Paths.Distinct());
        Assert.Equal(["10.0.0.1:443 healthy", "10.0.0.2:443 healthy"], run["registered"]!.AsArray().Select(target => $"{target!["target"]} {target["state"]}"));
        Assert.Equal(["10.0.0.1", "10.0.0.2"], run["observation"]!["addresses"]!.AsArray().Select(address => (string)address!));
        Assert.Empty(run["problems"]!.AsArray());
    }

    [Fact]
    public void Every_target_is_told_with_its_health()
    {
        _installation.Aws.Targets[("10.0.0.1", "443")] = ("healthy", null);
        var command = Command("aws elbv2");

        Run(command);

        Assert.Empty(_installation.Aws.BadSignatures);
        var answer = XDocument.Parse(_scratch.Read("health.xml"));
        var query = command.Split('\'')[1];
        Assert.StartsWith("TargetHealthDescriptions[].[", query, StringComparison.Ordinal);
        // A target that is healthy has no reason, so the answer has none.
        foreach (var path in query["TargetHealthDescriptions[].[".Length..^1].Split(", ").Where(path => path != "TargetHealth.Reason"))
        {
            var (parent, name) = (path.Split('.')[0], path.Split('.')[1]);
            Assert.Contains(answer.Descendants(), element => element.Name.LocalName == name && element.Parent!.Name.LocalName == parent);
        }
    }

    /// <summary>Without TLS: nobody here has a certificate for that name.</summary>
    [Fact]
    public async Task A_request_goes_through_the_address_that_is_named()
    {
        // A server that answers for any host.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var asked = AnswerAsync(listener);
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        Run(Command("curl").Replace(":443:ADDRESS", $":{port}:127.0.0.1", StringComparison.Ordinal).Replace("https://shop.example.com", $"http://shop.example.com:{port}", StringComparison.Ordinal));

        Assert.Equal(["GET /health HTTP/1.1", $"Host: shop.example.com:{port}"], await asked);
    }

    /// <summary>dig asks the resolvers of the machine, of which none knows that name: what can be told is that it is asked for the name that is moved.</summary>
    [Fact]
    public void The_name_that_is_looked_up_is_the_one_that_is_moved()
    {
        Assert.Equal("dig +short shop.example.com", Command("dig"));
        Assert.Contains("      name: shop.example.com\n", File.ReadAllText(Repository.PathOf("docs", "static-ip.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_command_that_asks_aws_is_one_of_these() =>
        Assert.Equal(
            ["aws lambda", "aws elbv2", "curl --resolve", "dig +short"],
            ConsoleBlocks.Of(Repository.PathOf("docs", "static-ip.md")).Where(command => !command.StartsWith("cd ", StringComparison.Ordinal) && !command.StartsWith("terraform ", StringComparison.Ordinal)).Select(command => string.Join(' ', command.Split(' ')[..2])));

    private static string Command(string beginning) => ConsoleBlocks.Of(Repository.PathOf("docs", "static-ip.md")).Single(command => command.StartsWith($"{beginning} ", StringComparison.Ordinal));

    /// <summary>Answers one request; the first two lines of it.</summary>
    private static async Task<IReadOnlyList<string?>> AnswerAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        var lines = new List<string?> { await reader.ReadLineAsync(), await reader.ReadLineAsync() };
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray());
        return lines;
    }

    private void Run(string command)
    {
        _scratch.Write(Path.Combine("bin", "aws"), Aws);
        _scratch.Write(Path.Combine("bin", "terraform"), $"#!/bin/sh\n[ \"$*\" = 'output -raw edge_sync_function' ] && echo {Installation.Name}\n");
        Processes.Run("chmod", ["+x", _scratch.PathOf("bin", "aws"), _scratch.PathOf("bin", "terraform")], _scratch.Root);

        var result = Processes.Run("bash", ["-ec", command], _scratch.Root, new Dictionary<string, string?>
        {
            ["PATH"] = $"{_scratch.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
            ["AWS_ACCESS_KEY_ID"] = SignatureCheck.AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = SignatureCheck.SecretKey,
            ["FUNCTIONS"] = _installation.Url,
            ["BALANCERS"] = _installation.Aws.Url,
            ["NO_PROXY"] = "*",
        });

        Assert.True(result.ExitCode == 0, $"{command}: {result.Output}{result.Error}");
    }
}
