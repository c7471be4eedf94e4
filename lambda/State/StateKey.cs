namespace Orchestrator.Lambda.State;

/// <summary>What a state is of. Two target groups, or two ports, of one load balancer have a state each.</summary>
internal sealed record StateKey(string LoadBalancer, string TargetGroup, int Port)
{
    /// <summary>What the keys of all states begin with.</summary>
    internal const string Prefix = "static-ip-sync/";

    /// <summary>The key in S3: static-ip-sync/LOAD-BALANCER/TARGET-GROUP-NAME/TARGET-GROUP-ID/PORT.json.</summary>
    internal string ObjectKey => $"{Prefix}{LoadBalancer}/{TargetGroup[(TargetGroup.IndexOf('/', StringComparison.Ordinal) + 1)..]}/{Port}.json";
}
