using System.Net;

namespace Orchestrator.Lambda.Dns;

/// <summary>Asks DNS servers.</summary>
internal interface IDnsClient
{
    /// <summary>Asks one server one question.</summary>
    /// <returns>The whole answer, also where the server says that there is no such name or that it failed; never truncated.</returns>
    /// <exception cref="DnsQueryException">No answer came in time, or none over TCP to what was truncated over UDP.</exception>
    Task<DnsMessage> AskAsync(IPEndPoint server, DnsQuestion question, CancellationToken cancellationToken);
}
