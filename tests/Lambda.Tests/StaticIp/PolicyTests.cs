using Orchestrator.Lambda.Tests.Network;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.StaticIp;

/// <summary>The function's calls to AWS, recorded on the wire, against what the example's stack allows it.</summary>
public sealed class PolicyTests
{
    /// <summary>What AWS does in the function's name.</summary>
    private static readonly Dictionary<string, string> MadeByAws = new()
    {
        ["logs:CreateLogStream"] = "Lambda writes the log",
        ["logs:PutLogEvents"] = "Lambda writes the log",
        ["sqs:SendMessage"] = "Lambda sends what failed to the queue",
    };

    [Fact]
    public async Task The_role_allows_every_call_that_the_function_makes()
    {
        var calls = await RecordAsync();

        Assert.All(calls, call => Assert.Contains(ExampleStack.Permissions, permission => permission.Action == call.Action && Covers(permission.Resource, call.Resource)));
    }

    [Fact]
    public async Task The_role_allows_nothing_that_the_function_does_not_do()
    {
        var calls = await RecordAsync();

        // The port of the other target group makes the same calls.
        var unused = ExampleStack.Permissions.Where(permission => !MadeByAws.ContainsKey(permission.Action) && permission.Resource != ExampleStack.OtherGroup)
            .Where(permission => !calls.Any(call => call.Action == permission.Action && Covers(permission.Resource, call.Resource)));

        Assert.Empty(unused);
    }

    [Fact]
    public void The_role_is_closed_to_what_others_keep_in_the_bucket_and_to_other_target_groups()
    {
        Assert.DoesNotContain(ExampleStack.Permissions, permission => permission.Action.StartsWith("s3:", StringComparison.Ordinal) && Covers(permission.Resource, $"{ExampleStack.Bucket}/static-ip-sync/other.eu-west-1.elb.amazonaws.com/app/0123456789abcdef/443.json"));
        Assert.Equal(
            ["elasticloadbalancing:DescribeTargetHealth"],
            ExampleStack.Permissions.Where(permission => Covers(permission.Resource, "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/third/0123456789abcdef")).Select(permission => permission.Action));
    }

    /// <summary>A first run, one that changes nothing, and one that removes a target.</summary>
    private static async Task<HashSet<(string Action, string Resource)>> RecordAsync()
    {
        await using var server = new AwsServer { NewState = "healthy" };
        using var clients = new AwsClients(server);
        await clients.RunAsync(1, 2, 3);
        await clients.RunAsync(1, 2, 3);
        await clients.RunAsync(1, 2);
        Assert.Contains("DeregisterTargets", server.Calls);
        return [.. server.Calls.SelectMany(call => Permissions(call, server))];
    }

    /// <summary>What IAM asks for a call.</summary>
    private static IEnumerable<(string Action, string Resource)> Permissions(string call, AwsServer server)
    {
        if (call.Split(' ', 2) is not [var method, var path])
        {
            yield return ($"elasticloadbalancing:{call}", call == "DescribeTargetHealth" ? "*" : World.TargetGroup);
            yield break;
        }
        yield return (method == "GET" ? "s3:GetObject" : "s3:PutObject", $"arn:aws:s3:::{path[1..]}");
        if (method == "GET" && !server.Objects.ContainsKey(path[(AwsServer.Bucket.Length + 2)..]))
        {
            // Without it S3 says of a missing object that it is forbidden.
            yield return ("s3:ListBucket", ExampleStack.Bucket);
        }
    }

    private static bool Covers(string pattern, string resource) =>
        pattern.EndsWith('*') ? resource.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == resource;
}
