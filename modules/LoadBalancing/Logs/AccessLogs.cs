using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.Values;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Access logs as a load balancer's block, for both of its kinds.</summary>
internal static class AccessLogs
{
    /// <summary>The block. Where there are no logs it says so, for the provider takes one that is left out for one that is to stay; a bucket it must have, and does not send.</summary>
    internal static Aws.Lb.LbAccessLogs Of(LogsProps? logs) => new() { Bucket = BucketOf(logs), Prefix = Emit.Text(logs?.Prefix), Enabled = Emit.Boolean(EnabledOf(logs)) };

    /// <summary>The same for an Application Load Balancer's connections.</summary>
    internal static Aws.Lb.LbConnectionLogs OfConnections(LogsProps? logs) => new() { Bucket = BucketOf(logs), Prefix = Emit.Text(logs?.Prefix), Enabled = Emit.Boolean(EnabledOf(logs)) };

    private static string BucketOf(LogsProps? logs) => Emit.Text(Value.When(Presence.Of(logs), logs?.Bucket.Name, ""))!;

    private static Value<bool> EnabledOf(LogsProps? logs) => Value.When(Presence.Of(logs), logs?.Enabled, false)!;

    /// <summary>The bucket policies without which AWS refuses to switch the logs on.</summary>
    internal static IReadOnlyList<string> Policies(params ReadOnlySpan<LogsProps?> logs) =>
        [.. logs.ToArray().Select(log => log?.Bucket.PolicyAddress).OfType<string>().Distinct()];
}
