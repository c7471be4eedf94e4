using System.Net;

namespace Orchestrator.Lambda.Resolve;

/// <summary>
/// Decides from the answers so far whether there is more to find. An answer is taken for a random part of the whole: were one address still unseen,
/// k answers would all leave it out with the probability (1 - size / (seen + 1))^k. Sampling ends when that is below one in 100,000.
/// </summary>
internal sealed class Convergence
{
    /// <summary>The most addresses of one answer: where there are fewer, they are all (Route 53 answers with up to eight).</summary>
    internal const int MostPerAnswer = 8;

    private const double Doubt = 1e-5;
    private const int Fewest = 3;
    private readonly HashSet<IPAddress> _seen = [];
    private int _largest;
    private bool _isCached;

    /// <summary>The addresses so far.</summary>
    internal IReadOnlyCollection<IPAddress> Seen => _seen;

    /// <summary>How many answers there were.</summary>
    internal int Count { get; private set; }

    /// <summary>How many answers in a row have added nothing.</summary>
    internal int Quiet { get; private set; }

    /// <summary>How many answers in a row must add nothing.</summary>
    internal int Needed => _seen.Count == 0 ? Fewest : Math.Max(Fewest, (int)Math.Ceiling(Math.Log(Doubt) / Math.Log(1 - ((double)_largest / (_seen.Count + 1)))));

    /// <summary>Whether enough answers have added nothing. Full answers from a cache prove nothing, however many: they are one answer.</summary>
    internal bool IsReached => Quiet >= Needed && !(_isCached && _largest >= MostPerAnswer);

    /// <summary>Counts an answer.</summary>
    internal void Add(IReadOnlyList<IPAddress> addresses, bool isAuthoritative)
    {
        var before = _seen.Count;
        _seen.UnionWith(addresses);
        _largest = Math.Max(_largest, addresses.Count);
        _isCached |= !isAuthoritative;
        Quiet = _seen.Count == before ? Quiet + 1 : 0;
        Count++;
    }
}
