using System.Collections.Immutable;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Authorities that clients' certificates are verified against: a bundle of their certificates in S3.</summary>
public sealed record TrustStoreProps : INamesResources
{
    /// <summary>The name, at most 32 letters, digits and hyphens. <c>STACK-NAME</c> unless set, cut to that. A change replaces it.</summary>
    public Value<string>? Name { get; init; }

    /// <summary>Where the bundle is: certificates in PEM, one after the other.</summary>
    public required S3ObjectProps CaCertificatesBundle { get; init; }

    /// <summary>Lists of revoked certificates, by name. None unless set.</summary>
    public IReadOnlyDictionary<string, S3ObjectProps> Revocations { get; init; } = ImmutableDictionary<string, S3ObjectProps>.Empty;

    /// <summary>Tags of the trust store.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) => [place.Name(AwsNames.TrustStore, "name", Name)];
}

/// <summary>An object in S3.</summary>
public sealed record S3ObjectProps
{
    /// <summary>The bucket's name.</summary>
    public required Value<string> Bucket { get; init; }

    /// <summary>The object's key.</summary>
    public required Value<string> Key { get; init; }

    /// <summary>The object's version. The one that is current when Terraform runs, unless set.</summary>
    public Value<string>? Version { get; init; }
}
