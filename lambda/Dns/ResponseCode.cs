namespace Orchestrator.Lambda.Dns;

/// <summary>How a server answers. The numbers are IANA's.</summary>
internal enum ResponseCode
{
    NoError = 0,
    FormatError = 1,
    ServerFailure = 2,
    NameError = 3,
    NotImplemented = 4,
    Refused = 5,
}
