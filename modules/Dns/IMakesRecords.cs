using Orchestrator.Modules.Findings;

namespace Orchestrator.Modules.Dns;

/// <summary>Props whose construct makes records of Route 53.</summary>
internal interface IMakesRecords : IProps
{
    /// <summary>The hosted zones that they go to, with the path of the property that names each.</summary>
    IEnumerable<(string Property, IHostedZone Zone)> Zones { get; }

    /// <summary>What each record is called in Terraform behind the construct's own name; null for that name alone.</summary>
    IEnumerable<string?> RecordSuffixes { get; }
}
