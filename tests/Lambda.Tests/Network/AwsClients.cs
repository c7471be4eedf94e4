using System.Net;
using Amazon.ElasticLoadBalancingV2;
using Amazon.Runtime;
using Amazon.S3;
using Orchestrator.Lambda.Act;
using Orchestrator.Lambda.Decide;
using Orchestrator.Lambda.Run;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;
using Orchestrator.Lambda.Tests.Simulation;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>The real clients, talking to the test's AWS.</summary>
internal sealed class AwsClients(AwsServer server) : IDisposable
{
    private static readonly BasicAWSCredentials Credentials = new(SignatureCheck.AccessKey, SignatureCheck.SecretKey);

    private readonly AmazonElasticLoadBalancingV2Client _balancing = new(Credentials, new AmazonElasticLoadBalancingV2Config { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
    private readonly AmazonS3Client _storage = new(Credentials, new AmazonS3Config { ServiceURL = server.Url, AuthenticationRegion = "eu-west-1", ForcePathStyle = true, MaxErrorRetry = 0 });

    internal IReadOnlyList<IPNetwork> Vpc { get; init; } = [];

    internal AvailabilityZonePolicy ZonePolicy { get; init; } = AvailabilityZonePolicy.OutsideVpc;

    internal ElbTargetGroup Group => new(_balancing, World.TargetGroup, new AvailabilityZones(ZonePolicy, Vpc));

    internal S3ObjectStore Store => new(_storage, AwsServer.Bucket);

    internal async Task<RunReport> RunAsync(params IEnumerable<int> addresses)
    {
        using var deadline = new Deadline(TimeSpan.FromMinutes(1), TimeProvider.System);
        return await new SyncRun(World.Key, new DecisionSettings { Port = World.Port, RunsBeforeRemoval = 1, Grace = TimeSpan.Zero }, Group, Store, TimeProvider.System, new ProcessMemory()).RunAsync(World.Seen(addresses), deadline, isDryRun: false);
    }

    public void Dispose()
    {
        _balancing.Dispose();
        _storage.Dispose();
    }
}
