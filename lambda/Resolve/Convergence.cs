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
    private readonly Dictionary<IPEndPoint, (HashSet<IPAddress> First, bool Varies)> _servers = [];
    private int _largest;
    private int _proving;
    private bool _isCached;

    /// <summary>The addresses so far.</summary>
    internal IReadOnlyCollection<IPAddress> Seen => _seen;

    /// <summary>How many answers there were.</summary>
    internal int Count { get; private set; }

    /// <summary>How many answers in a row have added nothing.</summary>
    internal int Quiet { get; private set; }

    /// <summary>How many answers in a row must add nothing.</summary>
    internal int Needed => NeededFor(_seen.Count);

    /// <summary>Whether enough answers have added nothing. Full answers from a cache prove nothing, however many: they are one answer.</summary>
    internal bool IsReached => Quiet >= Needed && !IsFullFromCache;

    /// <summary>How many answers are each a part of their own: of full ones those of servers that do not always give the same, and one from a cache.</summary>
    internal int Evidence => IsFullFromCache ? Math.Min(1, _proving) : _proving;

    /// <summary>Whether every server has given full answers and always the same: that may be all, or a part.</summary>
    internal bool IsUnvaried => _largest >= MostPerAnswer && !_servers.Values.Any(server => server.Varies);

    private bool IsFullFromCache => _isCached && _largest >= MostPerAnswer;

    /// <summary>How many answers would have shown one more address than so many.</summary>
    internal int NeededFor(int addresses) =>
        _largest == 0 ? Fewest : Math.Max(Fewest, (int)Math.Ceiling(Math.Log(Doubt) / Math.Log(1 - ((double)_largest / (addresses + 1)))));

    /// <summary>Counts an answer.</summary>
    internal void Add(IReadOnlyList<IPAddress> addresses, IPEndPoint server, bool isAuthoritative)
    {
        var before = _seen.Count;
        _seen.UnionWith(addresses);
        _largest = Math.Max(_largest, addresses.Count);
        _isCached |= !isAuthoritative;
        var proves = Varies(server, addresses) || addresses.Count < MostPerAnswer || !isAuthoritative;
        Quiet = _seen.Count > before ? 0 : proves ? Quiet + 1 : Quiet;
        _proving += proves ? 1 : 0;
        Count++;
    }

    /// <summary>Whether a server has given different answers: one that always gives the same chooses nothing at random.</summary>
    private bool Varies(IPEndPoint server, IReadOnlyList<IPAddress> addresses)
    {
        if (!_servers.TryGetValue(server, out var known))
        {
            known = ([.. addresses], false);
        }
        known.Varies |= !known.First.SetEquals(addresses);
        _servers[server] = known;
        return known.Varies;
    }
}
