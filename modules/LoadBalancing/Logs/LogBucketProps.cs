using System.Collections.Immutable;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>
/// A bucket for the logs of load balancers: their services may write to it for one account, nobody else; encrypted with S3's own keys, since an
/// Application Load Balancer cannot write under KMS; closed to the public and to connections without TLS.
/// </summary>
public sealed record LogBucketProps : INamesResources
{
    /// <summary>
    /// The bucket's name, 3 to 63 lower-case letters, digits, hyphens and dots, unique in the whole of AWS. Unless set, one that begins with
    /// <c>STACK-NAME-</c> and ends with what makes it unique. A bucket that is made keeps its name when this is removed.
    /// </summary>
    public Value<string>? Name { get; init; }

    /// <summary>The account whose load balancers may write: 12 digits. In a manifest, the manifest's.</summary>
    [DefaultsTo("accountId")]
    public required Value<string> AccountId { get; init; }

    /// <summary>Days after which a log is deleted, 1 or more. 365 unless set.</summary>
    public Value<int> ExpirationDays { get; init; } = 365;

    /// <summary>Tags of the bucket.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) => [place.Fixed(AwsNames.Bucket, "name", Name)];
}
