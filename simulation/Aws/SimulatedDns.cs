using System.Net;
using Orchestrator.Lambda.Dns;

namespace Orchestrator.Simulation.Aws;

/// <summary>The DNS of a load balancer as AWS answers for it: up to eight addresses, each time others, and all of them under <c>all.</c>.</summary>
internal sealed class SimulatedDns(DnsName name, RecordType type = RecordType.A) : IDnsClient
{
    private const int MostPerAnswer = 8;
    private static readonly DnsName Server = DnsName.Parse("ns-1.awsdns-01.com")!;
    private int _next;

    /// <summary>What is in the DNS.</summary>
    internal List<IPAddress> Addresses { get; } = [];

    /// <summary>What it answers with instead; null for all that is in it.</summary>
    internal IReadOnlyList<IPAddress>? Instead { get; set; }

    internal bool HasAll { get; init; } = true;

    /// <summary>The load balancer's own name where the other is an alias; null where it is none.</summary>
    internal DnsName? LeadsTo { get; set; }

    internal bool IsDown { get; set; }

    public Task<DnsMessage> AskAsync(IPEndPoint server, DnsQuestion question, CancellationToken cancellationToken) => Task.FromResult(Answer(question));

    private DnsMessage Answer(DnsQuestion question)
    {
        if (IsDown)
        {
            return Message(question, ResponseCode.ServerFailure, []);
        }
        if (question.Type == RecordType.NS)
        {
            return Message(question, ResponseCode.NoError, question.Name == (LeadsTo ?? name).Parent ? [new DnsRecord(question.Name, RecordType.NS, Address: null, Server)] : []);
        }
        if (question.Name == Server)
        {
            return Message(question, ResponseCode.NoError, [new DnsRecord(Server, RecordType.A, IPAddress.Loopback, Name: null)]);
        }
        if (question.Name == name && LeadsTo is not null)
        {
            return Message(question, ResponseCode.NoError, [new DnsRecord(name, RecordType.CNAME, Address: null, LeadsTo), .. Records(question with { Name = LeadsTo }, Some())]);
        }
        var own = LeadsTo ?? name;
        if (question.Name == own)
        {
            return Message(question, ResponseCode.NoError, Records(question, Some()));
        }
        return HasAll && question.Name == own.Prepend("all")
            ? Message(question, ResponseCode.NoError, Records(question, Instead ?? Addresses))
            : Message(question, ResponseCode.NameError, []);
    }

    /// <summary>As many as one answer holds, from where the last answer ended.</summary>
    private IEnumerable<IPAddress> Some()
    {
        var all = Instead ?? Addresses;
        var first = _next;
        var count = Math.Min(MostPerAnswer, all.Count);
        _next = all.Count == 0 ? 0 : (first + count) % all.Count;
        return Enumerable.Range(first, count).Select(index => all[index % all.Count]);
    }

    private IReadOnlyList<DnsRecord> Records(DnsQuestion question, IEnumerable<IPAddress> addresses) => question.Type != type ? [] : [.. addresses.Select(address => new DnsRecord(question.Name, question.Type, address, Name: null))];

    private static DnsMessage Message(DnsQuestion question, ResponseCode code, IReadOnlyList<DnsRecord> records) => new(1, question, code, IsAuthoritative: true, IsTruncated: false, records);
}
