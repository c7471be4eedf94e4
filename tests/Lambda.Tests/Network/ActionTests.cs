using System.Text.Json.Nodes;
using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Report;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>What others build policies and alarms on is what the function does.</summary>
public sealed class ActionTests
{
    [Fact]
    public async Task The_function_calls_exactly_the_actions_that_it_names()
    {
        await using var server = new AwsServer { NewState = "healthy" };
        using var clients = new AwsClients(server);
        await clients.RunAsync(1, 2, 3, 4);
        server.Targets.Clear();
        await clients.RunAsync(1, 2, 3, 4);
        await clients.RunAsync(1, 2, 3);

        Assert.Empty(server.BadSignatures);
        Assert.Equal(AwsActions.Called.Order(), server.Calls.Select(Action).Distinct().Order());
    }

    [Fact]
    public async Task The_metrics_have_the_names_and_dimensions_that_are_public()
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        var writer = new StringWriter();
        using var deadline = new Deadline(world.Time, world.Clock);
        await new SyncFunction(FunctionTests.Settings(), new FunctionTests.Fixed(World.Seen(1, 2)), _ => world.Group, world.Store, world.Clock, new RunLog(writer, true, true)).RunAsync(new SyncRequest(), deadline);

        var metrics = JsonNode.Parse(writer.ToString())!["_aws"]!["CloudWatchMetrics"]![0]!;

        var names = typeof(MetricNames).GetFields().Select(field => (string)field.GetRawConstantValue()!).Except([MetricNames.Namespace, .. MetricNames.Dimensions]);
        Assert.Equal(names.Order(), metrics["Metrics"]!.AsArray().Select(metric => (string)metric!["Name"]!).Order());
        Assert.Equal(MetricNames.Dimensions, metrics["Dimensions"]![0]!.AsArray().Select(name => (string)name!));
        Assert.Equal(MetricNames.Namespace, (string)metrics["Namespace"]!);
    }

    private static string Action(string call) => call.Split(' ')[0] switch
    {
        "GET" => "s3:GetObject",
        "PUT" => "s3:PutObject",
        var operation => $"elasticloadbalancing:{operation}",
    };
}
