using System.Net;
using Orchestrator.Lambda.Dns;

namespace Orchestrator.Lambda.Resolve;

/// <summary>What is observed, and how.</summary>
internal sealed record ResolveSettings
{
    /// <summary>The load balancer's name, or one that leads to it by CNAMEs.</summary>
    internal required DnsName Name { get; init; }

    /// <summary>A or AAAA.</summary>
    internal required RecordType Type { get; init; }

    /// <summary>The resolvers; at least one. The port of the first is the one that all servers are asked at.</summary>
    internal required IReadOnlyList<IPEndPoint> Resolvers { get; init; }

    /// <summary>The networks that may hold targets.</summary>
    internal required IReadOnlyList<IPNetwork> AllowedNetworks { get; init; }

    /// <summary>The most questions for the addresses in one run.</summary>
    internal required int MostLookups { get; init; }

    /// <summary>How long all of it may take.</summary>
    internal TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(20);
}
