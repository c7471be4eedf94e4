using System.Net;
using Orchestrator.Lambda.Dns;

namespace Orchestrator.Lambda.Resolve;

/// <summary>Servers that know the same. A question goes to one after the other until one answers; questions begin at different ones.</summary>
internal sealed class ServerPool(IDnsClient client, IReadOnlyList<IPEndPoint> servers)
{
    private const int MostAttempts = 3;
    private int _next = Random.Shared.Next(servers.Count);

    internal IReadOnlyList<IPEndPoint> Servers => servers;

    /// <summary>The first answer that is not the server's own failure.</summary>
    /// <exception cref="ResolveException">No server answered, or each failed.</exception>
    internal async Task<DnsMessage> AskAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        var first = (uint)Interlocked.Increment(ref _next);
        string? problem = null;
        var isSilence = true;
        for (uint attempt = 0; attempt < MostAttempts; attempt++)
        {
            var server = servers[(int)((first + attempt) % (uint)servers.Count)];
            try
            {
                var answer = await client.AskAsync(server, question, cancellationToken);
                if (answer.Code is ResponseCode.NoError or ResponseCode.NameError)
                {
                    return answer;
                }
                isSilence = false;
                problem = $"{server}: {Answers.Problem(answer)}";
            }
            catch (DnsQueryException exception)
            {
                problem = exception.Message;
            }
        }
        throw new ResolveException($"{question} is not answered: {problem}") { IsSilence = isSilence };
    }
}
