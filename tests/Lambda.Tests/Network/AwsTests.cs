using System.Net;
using System.Text;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>The wire protocols, with signatures checked and faults injected.</summary>
public sealed class AwsTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly AwsServer _server;
    private readonly AwsClients _clients;

    public AwsTests()
    {
        _server = new AwsServer();
        _clients = new AwsClients(_server);
    }

    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await _server.DisposeAsync();
        Assert.Empty(_server.BadSignatures);
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task A_first_run_records_its_intent_registers_and_records_its_result()
    {
        var report = await _clients.RunAsync(1, 2);

        Assert.Equal([], report.Outcome.Problems);
        Assert.Equal(RunResult.Changed, report.Result);
        Assert.Equal([("10.0.0.1", "443"), ("10.0.0.2", "443")], _server.Targets.Keys);
        Assert.Equal(["GET", "GET", "GET", "GET", "GET", "DescribeTargetHealth", "PUT", "RegisterTargets", "PUT"], _server.Calls.Select(call => call.Split(' ')[0]));
    }

    [Fact]
    public async Task A_steady_state_takes_two_calls()
    {
        await _clients.RunAsync(1, 2);
        _server.Calls.Clear();

        Assert.Equal(RunResult.Unchanged, (await _clients.RunAsync(1, 2)).Result);
        Assert.Equal([$"GET /{AwsServer.Bucket}/{World.Key.ObjectKey}", "DescribeTargetHealth"], _server.Calls);
    }

    [Fact]
    public async Task A_target_that_left_is_deregistered_with_its_port()
    {
        _server.NewState = "healthy";
        await _clients.RunAsync(1, 2, 3);

        var report = await _clients.RunAsync(1, 2);

        Assert.Equal([World.TargetOf(3)], report.Outcome.Deregistered);
        Assert.Equal("draining", _server.Targets[("10.0.0.3", "443")].State);
        Assert.Equal("healthy", _server.Targets[("10.0.0.1", "443")].State);
    }

    [Fact]
    public async Task Every_state_of_a_target_is_read()
    {
        string[] states = ["initial", "healthy", "unhealthy", "unhealthy.draining", "unused", "draining", "unavailable", "something new"];
        foreach (var (index, state) in states.Index())
        {
            _server.Targets[($"10.0.0.{index}", "443")] = (state, null);
        }

        var read = await _clients.Group.ListAsync(CancellationToken.None);

        Assert.Equal(
            [TargetState.Initial, TargetState.Healthy, TargetState.Unhealthy, TargetState.UnhealthyDraining, TargetState.Unused, TargetState.Draining, TargetState.Unavailable, TargetState.Unavailable],
            read.Select(each => each.State));
    }

    [Theory]
    [InlineData("OutsideVpc", "10.0.0.0/24", "10.0.0.1", null)]
    [InlineData("OutsideVpc", "10.0.0.0/24", "10.0.1.1", "all")]
    [InlineData("OutsideVpc", "10.0.0.0/24", "10.0.0.255", null)]
    [InlineData("OutsideVpc", null, "10.0.1.1", null)]
    [InlineData("All", "10.0.0.0/24", "10.0.0.1", "all")]
    [InlineData("None", "10.0.0.0/24", "10.0.1.1", null)]
    public async Task S13_exactly_the_addresses_outside_the_vpc_are_registered_and_removed_in_all_zones(string policy, string? vpc, string address, string? zone)
    {
        using var clients = new AwsClients(_server) { ZonePolicy = Enum.Parse<AvailabilityZonePolicy>(policy), Vpc = vpc is null ? [] : [IPNetwork.Parse(vpc)] };
        var target = new Target(IPAddress.Parse(address), 443);

        await clients.Group.RegisterAsync([target], CancellationToken.None);
        Assert.Equal(zone, _server.Targets[(address, "443")].Zone);
        await clients.Group.DeregisterAsync([target], CancellationToken.None);
        Assert.Equal("draining", _server.Targets[(address, "443")].State);
    }

    [Fact]
    public async Task S09_of_two_writers_of_one_version_the_second_is_told_and_nothing_is_written()
    {
        var first = await _clients.Store.PutAsync("key", "1"u8.ToArray(), null, CancellationToken.None);
        await _clients.Store.PutAsync("key", "2"u8.ToArray(), first, CancellationToken.None);

        await Assert.ThrowsAsync<ObjectConflictException>(() => _clients.Store.PutAsync("key", "3"u8.ToArray(), first, CancellationToken.None));
        await Assert.ThrowsAsync<ObjectConflictException>(() => _clients.Store.PutAsync("key", "4"u8.ToArray(), null, CancellationToken.None));
        Assert.Equal("2", Encoding.UTF8.GetString((await _clients.Store.GetAsync("key", 10, CancellationToken.None))!.Content.Span));
    }

    [Theory]
    [InlineData("GET", "AccessDenied", "the role needs s3:GetObject on it, and s3:ListBucket on the bucket", "RegisterTargets")]
    [InlineData("PUT", "AccessDenied", "the role needs s3:PutObject on it", "RegisterTargets")]
    [InlineData("DescribeTargetHealth", "AccessDenied", "the role needs elasticloadbalancing:DescribeTargetHealth", "")]
    [InlineData("RegisterTargets", "AccessDenied", "the role needs elasticloadbalancing:RegisterTargets", "")]
    [InlineData("DescribeTargetHealth", "TargetGroupNotFound", "does not exist; was it deleted? Correct NLB_TG_ARN or SYNC_TARGETS", "")]
    public async Task Each_call_that_is_refused_has_its_message_and_changes_nothing_it_should_not(string call, string code, string message, string changes)
    {
        _server.Fault = made => made.StartsWith(call, StringComparison.Ordinal) ? (403, code, "no") : null;

        var report = await _clients.RunAsync(1, 2);

        Assert.Equal(RunResult.Failed, report.Result);
        Assert.Contains(message, Assert.Single(report.Outcome.Problems), StringComparison.Ordinal);
        Assert.Equal(changes.Length > 0, _server.Targets.Count > 0);
    }

    [Fact]
    public async Task A_refused_deregistration_has_its_message_and_is_tried_again_by_the_next_run()
    {
        _server.NewState = "healthy";
        await _clients.RunAsync(1, 2, 3);
        _server.Fault = made => made == "DeregisterTargets" ? (403, "AccessDenied", "no") : null;

        var report = await _clients.RunAsync(1, 2);

        Assert.Equal("DeregisterTargets failed: AccessDenied: no; the role needs elasticloadbalancing:DeregisterTargets", Assert.Single(report.Outcome.Problems));
        _server.Fault = null;
        Assert.Equal([World.TargetOf(3)], (await _clients.RunAsync(1, 2)).Outcome.Deregistered);
    }

    [Fact]
    public async Task A_full_group_is_told_from_other_errors()
    {
        _server.Fault = made => made == "RegisterTargets" ? (400, "TooManyTargets", "too many") : null;

        var exception = await Assert.ThrowsAsync<TargetGroupException>(() => _clients.Group.RegisterAsync([World.TargetOf(1)], CancellationToken.None));

        Assert.Equal(TargetGroupError.Full, exception.Error);
    }

    [Theory]
    [InlineData("\"{0}\"")]
    [InlineData("\"opaque{0}\"")]
    [InlineData("\"d41d8cd98f00b204e9800998ecf8427{0}\"")]
    [InlineData("W/\"{0}\"")]
    public async Task An_etag_is_a_version_and_nothing_else(string form)
    {
        _server.ETags = write => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, write);
        await _clients.RunAsync(1, 2);

        var report = await _clients.RunAsync(1, 2, 3);

        Assert.Empty(report.Outcome.Problems);
        Assert.Equal([World.TargetOf(3)], report.Outcome.Registered);
    }

    [Fact]
    public async Task A_write_that_is_answered_with_503_and_was_applied_counts_as_written()
    {
        await _clients.RunAsync(1, 2);
        _server.FaultAfter = call => call.StartsWith("PUT", StringComparison.Ordinal) ? (503, "SlowDown", "Please reduce your request rate.") : null;

        var report = await _clients.RunAsync(1, 2, 3);

        Assert.Empty(report.Outcome.Problems);
        Assert.Equal((RunResult.Changed, 3), (report.Result, _server.Targets.Count));
    }

    [Fact]
    public async Task An_object_that_is_empty_is_not_read()
    {
        _server.Objects["key"] = ([], "\"1-1\"");

        var exception = await Assert.ThrowsAsync<ObjectStoreException>(() => _clients.Store.GetAsync("key", 1024, CancellationToken.None));

        Assert.Equal("s3://state-bucket/key is empty", exception.Message);
    }

    [Fact]
    public async Task An_object_that_is_too_long_is_not_read()
    {
        _server.Objects["key"] = (new byte[5 * 1024 * 1024], "\"1-1\"");

        var exception = await Assert.ThrowsAsync<ObjectStoreException>(() => _clients.Store.GetAsync("key", 1024, CancellationToken.None));

        Assert.Equal("s3://state-bucket/key has 5242880 bytes; no more than 1024 are read", exception.Message);
    }
}
