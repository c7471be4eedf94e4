namespace Orchestrator.Lambda.Dns;

/// <summary>What a server is asked, in class IN.</summary>
internal sealed record DnsQuestion(DnsName Name, RecordType Type)
{
    public override string ToString() => $"{Type} {Name}";
}
