using System.Text;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Promises;

/// <summary>Events and states of every other shape: what is documented, or one clear message; never a target less.</summary>
public sealed class HostileTests
{
    private const string Run = "run";
    private const string DryRun = "dry run";
    private const string Status = "status";

    [Theory]
    [InlineData("", Run)]
    [InlineData(" \r\n", Run)]
    [InlineData("{}", Run)]
    [InlineData("\uFEFF{}", Run)]
    [InlineData("null", Run)]
    [InlineData("[]", Run)]
    [InlineData("""[{"dryRun":true}]""", Run)]
    [InlineData("42", Run)]
    [InlineData("true", Run)]
    [InlineData("\"dryRun\"", Run)]
    [InlineData("""{"version":"0","source":"aws.events","detail":{"status":true}}""", Run)]
    [InlineData("""{"dryRun":false,"status":null}""", Run)]
    [InlineData("""{"":1,"dry run":true}""", Run)]
    [InlineData("""{"dryRun":true}""", DryRun)]
    [InlineData("""{"DryRun":true}""", DryRun)]
    [InlineData("""{"DRYRUN":true,"unknown":[1,{"dryRun":false}]}""", DryRun)]
    [InlineData("""{"dryRun":true,"dryRun":false}""", DryRun)]
    [InlineData("\uFEFF{\"dryRun\":true}", DryRun)]
    [InlineData("""{"STATUS":true}""", Status)]
    [InlineData("""{"dryRun":"true"}""", "dryRun in the event is a text: it must be true or false")]
    [InlineData("""{"status":1}""", "status in the event is a number: it must be true or false")]
    [InlineData("""{"dryrun":[true]}""", "dryRun in the event is a list: it must be true or false")]
    [InlineData("""{"Status":{}}""", "status in the event is a map: it must be true or false")]
    [InlineData("{\"dryRun\":true", "the event is not JSON: line 1, octet 15; send {} for a run, {\"dryRun\":true} or {\"status\":true}")]
    [InlineData("{}{}", "the event is not JSON: line 1, octet 3; send")]
    [InlineData("dryRun", "the event is not JSON: line 1, octet 1; send")]
    [InlineData("{\"\\ud800\":true}", "the event is not JSON; send")]
    public void An_event_of_any_shape_asks_for_what_is_documented_or_is_told(string payload, string expected)
    {
        if (expected is Run or DryRun or Status)
        {
            Assert.Equal(new SyncRequest { DryRun = expected == DryRun, Status = expected == Status }, SyncRequest.Read(Encoding.UTF8.GetBytes(payload)));
            return;
        }
        Assert.StartsWith($"nothing was done, since {expected}", Assert.Throws<SyncFailedException>(() => SyncRequest.Read(Encoding.UTF8.GetBytes(payload))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_event_and_the_deepest_ask_for_a_run()
    {
        const int Longest = 6 * 1024 * 1024;

        Assert.Equal(new SyncRequest(), SyncRequest.Read(Encoding.UTF8.GetBytes($"{{\"a\":\"{new string('x', Longest)}\"}}")));
        Assert.Equal(new SyncRequest(), SyncRequest.Read(Encoding.UTF8.GetBytes(new string('[', Longest / 2) + new string(']', Longest / 2))));
    }

    /// <summary>A change to a state that is good, or what stands there instead; and why it is no state, or null where it is one.</summary>
    public static TheoryData<string, string, string?> States => new()
    {
        { "", "", "The input does not contain any JSON tokens" },
        { "", "  ", "The input does not contain any JSON tokens" },
        { "", "null", "it is null" },
        { "", "[]", "line 1, $: not what a state has there" },
        { "", "{}", "line 1, $: without 'schema', 'version', 'loadBalancer', 'targetGroup', 'port', 'addresses'" },
        { "", "7", "line 1, $: not what a state has there" },
        { "", "\"state\"", "line 1, $: not what a state has there" },
        { "", "not json", "line 1, $: 'n" },
        { "", "<xml/>", "line 1, $: '<'" },
        { "\n}", "", "Expected depth to be zero" },
        { "\n}", "\n}{}", "$: '{' is invalid after a single JSON value" },
        { "{\n  \"schema\"", "\uFEFF{\n  \"schema\"", null },
        { "\"version\": 2", "\"version\": 1", null },
        { "\"version\": 2", "\"version\": 0", "version 0, where \"static-ip-sync\", version 1 to 2 are expected. Correct it" },
        { "\"version\": 2", "\"version\": 3", "version 1 to 2 are expected, and a newer function has written it: deploy that one. Correct it" },
        { "\"version\": 2", "\"version\": \"2\"", "line 3, $.version: not what a state has there" },
        { "\"version\": 2", "\"version\": 99999999999", "line 3, $.version: not what a state has there" },
        { "\"schema\": \"static-ip-sync\"", "\"schema\": null", "line 2, $.schema: not what a state has there" },
        { "\"schema\": \"static-ip-sync\"", "\"schema\": \"other\"", "it is of schema \"other\", version 2" },
        { "\"port\": 443", "\"port\": 80", "it is of internal-app-1" },
        { "\"port\": 443", "\"port\": 443, \"port\": 443", "$.port: it is there twice" },
        { "\"port\": 443", "\"port\": 443, \"more\": 1", "$.more: not what a state has there" },
        { "\"port\": 443", "\"Port\": 443", "$.Port: not what a state has there" },
        { "\"addresses\": [", "\"addresses\": [null,", "$.addresses[0]: an IP address was expected" },
        { "\"addresses\": [", "\"addresses\": [[],", "$.addresses[0]: an IP address was expected" },
        { "\"owned\": [", "\"owned\": [null,", "it owns null or a target twice" },
        { "\"owned\": [", "\"owned\": [{},", "$.owned[0]: without 'address', 'since'" },
        { "\"owned\": [", "\"owned\": [{\"address\":null,\"since\":\"2030-01-15T12:00:00+00:00\"},", "$.owned[0].address: an IP address was expected" },
        { "\"owned\": [", "\"owned\": [{\"address\":\"10.0.0.1\",\"since\":\"2030-01-15T12:00:00+00:00\"},", "it owns null or a target twice" },
        { "\"owned\": [", "\"owned\": [{\"address\":\"10.0.0.9\",\"since\":\"yesterday\"},", "$.owned[0].since: not what a state has there" },
        { "\"owned\": [", "\"owned\": {\"a\": [", "$.owned: not what a state has there" },
        // Whatever times a state that is one has, no reckoning with them may fail.
        { "\"owned\": [", "\"removingSince\":\"9999-12-31T23:59:59+00:00\",\"decline\":{\"serving\":2147483647,\"nextAt\":\"9999-12-31T23:59:59+00:00\"},\"owned\": [", null },
        { "\"owned\": [", "\"decline\":{\"serving\":0,\"nextAt\":\"0001-01-01T00:00:00+00:00\"},\"owned\": [", null },
        { "\"owned\": [", "\"owned\": [{\"address\":\"10.0.0.9\",\"since\":\"9999-12-31T23:59:59+00:00\",\"missing\":{\"since\":\"9999-12-31T23:59:59+00:00\",\"lastCounted\":\"0001-01-01T00:00:00+00:00\",\"runs\":2147483647},\"unlistedSince\":\"0001-01-01T00:00:00+00:00\"},", null },
        { "\"owned\": [", "\"owned\": [{\"address\":\"fd00::1\",\"since\":\"0001-01-01T00:00:00+00:00\",\"missing\":{\"since\":\"0001-01-01T00:00:00+00:00\",\"lastCounted\":\"9999-12-31T23:59:59+00:00\",\"runs\":1,\"sickSince\":\"9999-12-31T23:59:59+00:00\",\"left\":\"0001-01-01T00:00:00+00:00\"}},", null },
        { "\"owned\": [", "\"intent\":{\"at\":\"2030-01-15T12:00:00+00:00\",\"register\":[],\"deregister\":[\"10.0.0.1\",\"10.0.0.2\",\"10.0.0.3\"]},\"owned\": [", null },
        { "\"owned\": [", "\"intent\":{\"at\":\"2030-01-15T12:00:00+00:00\",\"register\":[null],\"deregister\":[]},\"owned\": [", "$.intent.register[0]: an IP address was expected" },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task With_a_state_of_any_shape_the_new_is_registered_and_without_one_the_old_stays_and_it_is_told(string from, string to, string? problem)
    {
        var world = await World.ConvergedAsync(1, 2, 3);
        var content = from.Length == 0 ? to : world.StateText!.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(world.StateText, content);
        world.Store.Put(World.Key.ObjectKey, content);

        var first = await world.RunMinutesAsync(1, 1, 2, 4);
        Assert.Contains(World.TargetOf(4), world.Group.Live);
        Assert.Equal(4, world.Group.Live.Count());
        await world.RunMinutesAsync(30, 1, 2, 4);

        Assert.Subset(world.Group.Live.ToHashSet(), new[] { 1, 2, 4 }.Select(World.TargetOf).ToHashSet());
        if (problem is null)
        {
            Assert.Empty(first.Outcome.Problems);
            Assert.DoesNotContain(World.TargetOf(3), world.Group.Live);
            return;
        }
        var told = Assert.Single(first.Outcome.Problems);
        Assert.True(told.Contains(problem, StringComparison.Ordinal), told);
        Assert.StartsWith($"nothing can be removed, since the state is not readable: {World.Key.ObjectKey} is not a state of this function: ", told, StringComparison.Ordinal);
        Assert.EndsWith(". Correct it, or delete it: what the DNS names is then owned anew", told, StringComparison.Ordinal);
        Assert.InRange(told.Length, 1, 500);
        Assert.Contains(World.TargetOf(3), world.Group.Live);
        Assert.Equal(content, world.StateText);
    }
}
