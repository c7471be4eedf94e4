namespace Orchestrator.Lambda.Dns;

/// <summary>A server's answer.</summary>
/// <param name="Id">The id of the query that it answers.</param>
/// <param name="Question">What it answers.</param>
/// <param name="Code">How the server answers.</param>
/// <param name="IsAuthoritative">Whether the server speaks for the zone, rather than from a cache.</param>
/// <param name="IsTruncated">Whether the answer did not fit; ask again over TCP.</param>
/// <param name="Answers">The answer's records of the types that are read, in the server's order.</param>
internal sealed record DnsMessage(ushort Id, DnsQuestion Question, ResponseCode Code, bool IsAuthoritative, bool IsTruncated, IReadOnlyList<DnsRecord> Answers);
