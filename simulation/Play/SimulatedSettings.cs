using System.Net;
using Orchestrator.Lambda.Settings;

namespace Orchestrator.Simulation.Play;

/// <summary>The function's settings in a simulation: a scenario's variables over those of an installation that does not exist.</summary>
internal static class SimulatedSettings
{
    internal const string LoadBalancer = "internal-app-1.eu-west-1.elb.amazonaws.com";

    private static readonly string[] OfOneTarget = ["ALB_LISTENER", "NLB_TG_ARN"];

    private static readonly KeyValuePair<string, string>[] Defaults =
    [
        new("ALB_DNS_NAME", LoadBalancer),
        new("ALB_LISTENER", "443"),
        new("S3_BUCKET", "state"),
        new("NLB_TG_ARN", "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/app/0123456789abcdef"),
    ];

    /// <exception cref="SettingsException">A variable is wrong.</exception>
    internal static SyncSettings Read(IReadOnlyDictionary<string, string> variables) => SettingsReader.Read(
        variables.Concat(Defaults.Where(each => !variables.ContainsKey(each.Key) && !(variables.ContainsKey("SYNC_TARGETS") && OfOneTarget.Contains(each.Key)))).ToDictionary(StringComparer.Ordinal),
        [new IPEndPoint(IPAddress.Loopback, 53)]);
}
