using System.Text.Json.Serialization;

namespace Orchestrator.Modules.Dns;

/// <summary>The type of a DNS record: those that Route 53 has.</summary>
public enum DnsRecordType
{
    /// <summary>IPv4 addresses.</summary>
    [JsonStringEnumMemberName("A")]
    A,

    /// <summary>IPv6 addresses.</summary>
    [JsonStringEnumMemberName("AAAA")]
    Aaaa,

    /// <summary>Which authorities may issue certificates for the name.</summary>
    [JsonStringEnumMemberName("CAA")]
    Caa,

    /// <summary>Another name for the name.</summary>
    [JsonStringEnumMemberName("CNAME")]
    Cname,

    /// <summary>The key of a delegated zone that is signed.</summary>
    [JsonStringEnumMemberName("DS")]
    Ds,

    /// <summary>How to reach a web server.</summary>
    [JsonStringEnumMemberName("HTTPS")]
    Https,

    /// <summary>Mail servers.</summary>
    [JsonStringEnumMemberName("MX")]
    Mx,

    /// <summary>Rewriting rules, for telephony.</summary>
    [JsonStringEnumMemberName("NAPTR")]
    Naptr,

    /// <summary>Name servers.</summary>
    [JsonStringEnumMemberName("NS")]
    Ns,

    /// <summary>The name of an address.</summary>
    [JsonStringEnumMemberName("PTR")]
    Ptr,

    /// <summary>The beginning of a zone.</summary>
    [JsonStringEnumMemberName("SOA")]
    Soa,

    /// <summary>Mail senders; TXT has taken its place.</summary>
    [JsonStringEnumMemberName("SPF")]
    Spf,

    /// <summary>Servers of a service.</summary>
    [JsonStringEnumMemberName("SRV")]
    Srv,

    /// <summary>Fingerprints of SSH host keys.</summary>
    [JsonStringEnumMemberName("SSHFP")]
    Sshfp,

    /// <summary>How to reach a service.</summary>
    [JsonStringEnumMemberName("SVCB")]
    Svcb,

    /// <summary>The certificate of a TLS server.</summary>
    [JsonStringEnumMemberName("TLSA")]
    Tlsa,

    /// <summary>Text.</summary>
    [JsonStringEnumMemberName("TXT")]
    Txt,
}
