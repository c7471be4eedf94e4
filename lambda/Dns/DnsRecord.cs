using System.Net;

namespace Orchestrator.Lambda.Dns;

/// <summary>A record of an answer: an address (A, AAAA) or another name (CNAME, NS).</summary>
/// <param name="Owner">The name that it is a record of.</param>
/// <param name="Type">Its type.</param>
/// <param name="Address">The address; null for a name.</param>
/// <param name="Name">The name; null for an address.</param>
internal sealed record DnsRecord(DnsName Owner, RecordType Type, IPAddress? Address, DnsName? Name);
