namespace Orchestrator.Lambda.Dns;

/// <summary>The types of records that are asked for or read. The numbers are IANA's.</summary>
internal enum RecordType : ushort
{
    A = 1,
    NS = 2,
    CNAME = 5,
    AAAA = 28,
    OPT = 41,
}
