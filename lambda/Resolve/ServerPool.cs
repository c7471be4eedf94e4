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
    internal async Task<DnsMessage> AskAsync(DnsQuestion question, CancellationToken cancellationToken) => (await AskAnyAsync(question, cancellationToken)).Answer;

    /// <summary>The first answer that is not the server's own failure, and whose it is.</summary>
    /// <exception cref="ResolveException">No server answered, or each failed.</exception>
    internal async Task<(IPEndPoint Server, DnsMessage Answer)> AskAnyAsync(DnsQuestion question, CancellationToken cancellationToken)
    {
        var first = (uint)Interlocked.Increment(ref _next);
        string? problem = null;
        for (uint attempt = 0; attempt < MostAttempts; attempt++)
        {
            var server = servers[(int)((first + attempt) % (uint)servers.Count)];
            try
            {
                var answer = await client.AskAsync(server, question, cancellationToken);
                if (answer.Code is ResponseCode.NoError or ResponseCode.NameError)
                {
                    return (server, answer);
                }
                problem = $"{server}: {Answers.Problem(answer)}";
            }
            catch (DnsQueryException exception)
            {
                problem = exception.Message;
            }
        }
        throw new ResolveException($"{question} is not answered: {problem}") { IsUnanswered = true };
    }
}
