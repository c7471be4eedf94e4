using System.Collections.Immutable;
using Orchestrator.Modules.Dns;
using Orchestrator.Modules.Names;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Certificates;

/// <summary>A public certificate of ACM, validated by records in Route 53, and renewed by ACM for as long as the records exist.</summary>
public sealed record CertificateProps : INamesResources, IMakesRecords
{
    /// <summary>The domain name that the certificate is issued for, at most 64 characters: <c>shop.example.com</c> or <c>*.example.com</c>.</summary>
    public required Value<string> DomainName { get; init; }

    /// <summary>The public hosted zone that its validation record goes to. Needed unless the records exist already.</summary>
    public IHostedZone? Zone { get; init; }

    /// <summary>More domain names of the certificate, by names of your choice. None unless set. A change replaces the certificate.</summary>
    public IReadOnlyDictionary<string, SubjectAlternativeNameProps> SubjectAlternativeNames { get; init; } = ImmutableDictionary<string, SubjectAlternativeNameProps>.Empty;

    /// <summary>
    /// Whether the validation records are made. They are unless set. ACM asks for the same record in all certificates of an account for one domain
    /// name, so only one of them makes it (ACM215).
    /// </summary>
    public bool ValidationRecords { get; init; } = true;

    /// <summary>The kind of the key pair. RSA with 2048 bits unless set. A change replaces the certificate.</summary>
    public Value<KeyAlgorithm> KeyAlgorithm { get; init; } = Certificates.KeyAlgorithm.Rsa2048;

    /// <summary>Whether the certificate is entered in a public transparency log, without which browsers distrust it. It is; since 12 June 2026 ACM does so whatever is set (ACM341).</summary>
    public Value<bool> TransparencyLogging { get; init; } = true;

    /// <summary>Minutes to wait for ACM to validate the certificate, 1 or more. 75 unless set.</summary>
    public Value<int> ValidationTimeoutMinutes { get; init; } = 75;

    /// <summary>Tags of the certificate, beside <c>Name</c>, which is its own name unless set here.</summary>
    public IReadOnlyDictionary<string, Value<string>> Tags { get; init; } = ImmutableDictionary<string, Value<string>>.Empty;

    /// <summary>All its domain names, the first one included, each with its zone and with where it is given.</summary>
    internal IEnumerable<(string Property, Value<string> Name, IHostedZone? Zone)> DomainNames() =>
        SubjectAlternativeNames
            .Select(entry => ($"subjectAlternativeNames.{entry.Key}.domainName", entry.Value.DomainName, entry.Value.Zone ?? Zone))
            .Prepend(("domainName", DomainName, Zone));

    IEnumerable<(string Property, IHostedZone Zone)> IMakesRecords.Zones =>
        [.. SubjectAlternativeNames.Select(entry => (Property: $"subjectAlternativeNames.{entry.Key}.zone", entry.Value.Zone)).Prepend(("zone", Zone)).Where(named => named.Zone is not null)!];

    IEnumerable<string?> IMakesRecords.RecordSuffixes => ValidationRecords ? [Certificate.RecordsSuffix] : [];

    IEnumerable<NamedResource?> INamesResources.NamesAt(NamePlace place) => !ValidationRecords ? [] :
        [.. ValidationName.Of(this).Where(name => name.Zone is not null).Select(name => place.Fixed(AwsNames.ValidationRecord, name.Property, name.Domain, name.Zone!.Id))];
}
