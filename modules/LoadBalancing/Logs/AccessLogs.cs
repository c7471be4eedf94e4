using Orchestrator.Modules.Synthesis;
using Aws = HashiCorp.Cdktf.Providers.Aws;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Access logs as a load balancer's block, for both of its kinds.</summary>
internal static class AccessLogs
{
    /// <summary>The block; null where there are no logs.</summary>
    internal static Aws.Lb.LbAccessLogs? Of(LogsProps? logs) =>
        logs is null ? null : new() { Bucket = Emit.Text(logs.Bucket.Name)!, Prefix = Emit.Text(logs.Prefix), Enabled = Emit.Boolean(logs.Enabled) };

    /// <summary>The bucket policies without which AWS refuses to switch the logs on.</summary>
    internal static IReadOnlyList<string> Policies(params ReadOnlySpan<LogsProps?> logs) =>
        [.. logs.ToArray().Select(log => log?.Bucket.PolicyAddress).OfType<string>().Distinct()];
}
