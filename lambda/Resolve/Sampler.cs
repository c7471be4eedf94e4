using System.Net;
using Orchestrator.Lambda.Dns;

namespace Orchestrator.Lambda.Resolve;

/// <summary>Asks the same question many times, several at once.</summary>
internal sealed class Sampler(ServerPool servers, DnsQuestion question)
{
    /// <summary>The most questions under way.</summary>
    internal const int MostAtOnce = 32;

    private readonly Convergence _convergence = new();

    internal Convergence Convergence => _convergence;

    /// <summary>Asks until the answers converge or there have been so many. One failure ends it: a run with holes proves nothing.</summary>
    /// <param name="first">How many questions are asked at once in the beginning.</param>
    /// <param name="most">How many answers there may be, those of earlier calls included.</param>
    /// <param name="isEnough">Whether to stop, after each answer.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ResolveException">A question was not answered, or with no address.</exception>
    internal async Task RunAsync(int first, int most, Func<Convergence, bool> isEnough, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var pending = new List<Task<(IPEndPoint Server, DnsMessage Answer)>>();
        var wanted = first;
        try
        {
            while (!isEnough(_convergence))
            {
                while (pending.Count < wanted && _convergence.Count + pending.Count < most)
                {
                    pending.Add(servers.AskAnyAsync(question, stop.Token));
                }
                if (pending.Count == 0)
                {
                    return;
                }
                var answered = await Task.WhenAny(pending);
                pending.Remove(answered);
                var (server, answer) = await answered;
                Take(server, answer);
                // As many as would do if none of them added anything.
                wanted = Math.Clamp(_convergence.Needed - _convergence.Quiet, 1, MostAtOnce);
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(pending.Select(task => task.ContinueWith(static finished => finished.Exception, TaskScheduler.Default)));
        }
    }

    private void Take(IPEndPoint server, DnsMessage answer)
    {
        if (Answers.Problem(answer) is { } problem)
        {
            throw new ResolveException($"{question}: {problem}");
        }
        var (name, addresses) = Answers.Follow(answer);
        if (addresses.Count == 0)
        {
            throw new ResolveException(name == question.Name ? $"{question}: the answer is empty" : $"{question}: the answer leads to {name} and has no address");
        }
        _convergence.Add(addresses, server, answer.IsAuthoritative);
    }
}
