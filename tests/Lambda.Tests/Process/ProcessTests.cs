using System.Text.Json.Nodes;
using Orchestrator.Lambda.Tests.Network;

namespace Orchestrator.Lambda.Tests.Process;

/// <summary>The published zip as a process: against a Lambda Runtime API, and by hand.</summary>
public sealed class ProcessTests(OwnPackage package) : IClassFixture<OwnPackage>
{
    // The function is given 128, the least that Lambda has. `bench sync` says how much it needs.
    private readonly double _mostMegabytes = package.Package.IsNative ? 64 : 128;
    private readonly double _mostZipMegabytes = package.Package.IsNative ? 7 : 20;

    [Fact]
    public async Task It_answers_a_cold_start_and_warm_ones_and_in_a_steady_state_makes_two_calls_and_stays_small()
    {
        await using var dns = new DnsServer(new Zone(Resolving.Addresses(4)).Answer);
        await using var aws = new AwsServer { NewState = "healthy" };
        await using var service = new LambdaService();
        await using var function = Start(service, dns, aws);

        var cold = await service.InvokeAsync();
        Assert.False(cold.IsError, cold.Content.ToJsonString());
        Assert.Equal("changed", (string)cold.Content["runs"]![0]!["result"]!);
        Assert.Equal(4, aws.Targets.Count);
        for (var warm = 0; warm < 20; warm++)
        {
            aws.Calls.Clear();
            var (isError, content) = await service.InvokeAsync("""{"version":"0","source":"aws.events","detail":{}}""");
            Assert.False(isError);
            Assert.Equal("unchanged", (string)content["runs"]![0]!["result"]!);
            Assert.Equal(2, aws.Calls.Count);
        }

        Assert.Empty(aws.BadSignatures);
        Assert.InRange(function.ResidentMegabytes, 1, _mostMegabytes);
        var lines = function.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(21, lines.Count);
        Assert.All(lines, line => Assert.Equal(4, (int)line["LoadBalancerIPCount"]!));
        Assert.DoesNotContain(SignatureCheck.SecretKey, function.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_run_is_an_error_of_the_invocation_and_the_next_one_is_served()
    {
        var isBroken = true;
        var zone = new Zone(Resolving.Addresses(2)) { Instead = (_, _, _) => isBroken ? DnsReply.ServerFailure : null };
        await using var dns = new DnsServer(zone.Answer);
        await using var aws = new AwsServer();
        await using var service = new LambdaService();
        await using var function = Start(service, dns, aws);

        var (isError, content) = await service.InvokeAsync();
        Assert.True(isError);
        Assert.Equal("SyncFailedException", (string)content["errorType"]!);
        Assert.Contains("there is no observation, so nothing is changed", (string)content["errorMessage"]!, StringComparison.Ordinal);
        Assert.Empty(aws.Calls);

        isBroken = false;
        Assert.False((await service.InvokeAsync()).IsError);
    }

    [Fact]
    public async Task S17_an_invocation_with_too_little_time_changes_nothing_and_fails()
    {
        await using var dns = new DnsServer(new Zone(Resolving.Addresses(2)).Answer);
        await using var aws = new AwsServer();
        await using var service = new LambdaService();
        await using var function = Start(service, dns, aws);

        var (isError, content) = await service.InvokeAsync(time: TimeSpan.FromSeconds(8));

        Assert.True(isError);
        Assert.Contains("no time is left to save", (string)content["errorMessage"]!, StringComparison.Ordinal);
        Assert.Empty(aws.Targets);
    }

    [Fact]
    public async Task A_direct_invocation_tells_the_plan_and_the_status_and_changes_nothing()
    {
        await using var dns = new DnsServer(new Zone(Resolving.Addresses(2)).Answer);
        await using var aws = new AwsServer();
        await using var service = new LambdaService();
        await using var function = Start(service, dns, aws);

        var dry = await service.InvokeAsync("""{"dryRun":true}""");
        Assert.Equal(["10.0.0.1:443", "10.0.0.2:443"], dry.Content["runs"]![0]!["plan"]!["register"]!.AsArray().Select(target => (string)target!));
        Assert.Equal("dryRun in the event is a text: it must be true or false", ((string)(await service.InvokeAsync("""{"DryRun":"yes"}""")).Content["errorMessage"]!)["nothing was done, since ".Length..]);
        Assert.True((bool)(await service.InvokeAsync("""{"DryRun":true}""")).Content["runs"]![0]!["dryRun"]!);
        Assert.Empty(aws.Targets);
        Assert.Empty(aws.Objects);
        Assert.Equal("changed", (string)(await service.InvokeAsync("")).Content["runs"]![0]!["result"]!);
        Assert.Equal("unchanged", (string)(await service.InvokeAsync("[]")).Content["runs"]![0]!["result"]!);
        var asked = dns.Asked.Count;
        var status = await service.InvokeAsync("""{"status":true}""");

        Assert.Equal(asked, dns.Asked.Count);
        Assert.Equal(["10.0.0.1", "10.0.0.2"], status.Content["runs"]![0]!["owned"]!.AsArray().Select(address => (string)address!));
    }

    [Fact]
    public async Task Wrong_settings_are_told_all_at_once_and_it_does_not_start()
    {
        await using var dns = new DnsServer(new Zone(Resolving.Addresses(2)).Answer);
        await using var aws = new AwsServer();
        await using var service = new LambdaService();
        var environment = FunctionProcess.Environment(dns, aws);
        environment.Remove("S3_BUCKET");
        environment["SYNC_FLOR"] = "2";
        environment["AWS_LAMBDA_RUNTIME_API"] = service.Authority;
        await using var function = new FunctionProcess(package.Bootstrap, environment);

        var error = await service.InitializationError.WaitAsync(TimeSpan.FromMinutes(2));

        Assert.StartsWith("2 settings are wrong:\n  SYNC_FLOR is no setting", (string)error["errorMessage"]!, StringComparison.Ordinal);
        Assert.Equal(1, await function.ExitCodeAsync());
    }

    [Fact]
    public async Task By_hand_it_runs_once_dry_or_not_as_text_or_json()
    {
        await using var dns = new DnsServer(new Zone(Resolving.Addresses(2)).Answer);
        await using var aws = new AwsServer();
        var environment = FunctionProcess.Environment(dns, aws);

        await using (var dry = new FunctionProcess(package.Bootstrap, environment, "--once", "--dry-run"))
        {
            Assert.Equal(0, await dry.ExitCodeAsync());
            Assert.Contains("to register  10.0.0.1:443, 10.0.0.2:443", dry.Output, StringComparison.Ordinal);
            Assert.Empty(aws.Targets);
        }
        await using (var real = new FunctionProcess(package.Bootstrap, environment, "--once", "--json"))
        {
            Assert.Equal(0, await real.ExitCodeAsync());
            Assert.Equal("changed", (string)JsonNode.Parse(real.Output)!["runs"]![0]!["result"]!);
            Assert.Equal(2, aws.Targets.Count);
        }
        environment.Remove("ALB_DNS_NAME");
        await using var wrong = new FunctionProcess(package.Bootstrap, environment, "--once");
        Assert.Equal(1, await wrong.ExitCodeAsync());
        Assert.Contains("error: 1 setting is wrong:\n  ALB_DNS_NAME is missing", wrong.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_zip_is_small_enough() => Assert.InRange(package.Package.Size / 1e6, 1, _mostZipMegabytes);

    private FunctionProcess Start(LambdaService service, DnsServer dns, AwsServer aws)
    {
        var environment = FunctionProcess.Environment(dns, aws);
        environment["AWS_LAMBDA_RUNTIME_API"] = service.Authority;
        return new FunctionProcess(package.Bootstrap, environment);
    }
}
