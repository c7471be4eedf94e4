using Amazon;
using Amazon.ElasticLoadBalancingV2;
using Amazon.Runtime;
using Amazon.S3;
using Orchestrator.Lambda.Dns;
using Orchestrator.Lambda.Report;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.Settings;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Run;

/// <summary>Puts the function together for AWS.</summary>
internal static class Composition
{
    private const int MostRetries = 2;
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan QueryTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The function that the environment describes.</summary>
    /// <param name="log">Where each run has its line; null where runs are told otherwise.</param>
    /// <exception cref="SettingsException">The environment is wrong.</exception>
    internal static SyncFunction FromEnvironment(TextWriter? log)
    {
        var settings = SettingsReader.Read(Environment(), Resolvers());
        var own = System.Environment.GetEnvironmentVariable("AWS_REGION") ?? System.Environment.GetEnvironmentVariable("AWS_DEFAULT_REGION");
        var named = settings.Pairs[0].TargetGroup.Split(':')[3];
        var region = RegionEndpoint.GetBySystemName(named);
        // A region that is set hides AWS_ENDPOINT_URL, so only where it is needed.
        var balancing = new AmazonElasticLoadBalancingV2Client(Configure(new AmazonElasticLoadBalancingV2Config(), own == named ? null : region));
        var storage = new AmazonS3Client(Configure(new AmazonS3Config(), own is null ? region : null));
        return new SyncFunction(
            settings,
            new AddressResolver(new SocketDnsClient(QueryTimeout), settings.Resolve, TimeProvider.System),
            pair => new ElbTargetGroup(balancing, pair.TargetGroup, settings.Zones),
            new S3ObjectStore(storage, settings.Bucket),
            TimeProvider.System,
            log is null ? null : new RunLog(log, settings.WritesMetrics, settings.WritesAddressCount));
    }

    private static T Configure<T>(T config, RegionEndpoint? region)
        where T : ClientConfig
    {
        if (region is not null)
        {
            config.RegionEndpoint = region;
        }
        config.Timeout = CallTimeout;
        config.MaxErrorRetry = MostRetries;
        return config;
    }

    private static Dictionary<string, string> Environment()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (System.Collections.DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
        {
            variables[(string)variable.Key] = (string?)variable.Value ?? "";
        }
        return variables;
    }

    private static IReadOnlyList<System.Net.IPEndPoint> Resolvers() => File.Exists(SystemResolvers.File) ? SystemResolvers.Read(File.ReadLines(SystemResolvers.File)) : [];
}
