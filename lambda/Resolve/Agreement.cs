namespace Orchestrator.Lambda.Resolve;

/// <summary>
/// How many answers have agreed with <c>all.</c> of late. A load balancer with many nodes needs more of them than one run may ask for: those of the runs
/// before count too, as long as none of them has contradicted it.
/// </summary>
internal sealed class Agreement
{
    private static readonly TimeSpan CountsFor = TimeSpan.FromMinutes(15);
    private readonly Queue<(DateTimeOffset At, int Answers)> _runs = [];

    /// <summary>Counts the answers of a run.</summary>
    /// <returns>How many there are by now.</returns>
    internal int Add(int answers, DateTimeOffset now)
    {
        while (_runs.TryPeek(out var oldest) && (now - oldest.At).Duration() > CountsFor)
        {
            _runs.Dequeue();
        }
        _runs.Enqueue((now, answers));
        return _runs.Sum(run => run.Answers);
    }

    /// <summary>Something contradicts it, or it was not there.</summary>
    internal void Forget() => _runs.Clear();
}
