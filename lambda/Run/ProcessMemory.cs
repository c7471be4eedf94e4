using System.Net;
using Orchestrator.Lambda.Decide;

namespace Orchestrator.Lambda.Run;

/// <summary>What the runs of one process keep for its next one: what they have seen and could not record, since when they have looked without a gap, and when one succeeded.</summary>
internal sealed class ProcessMemory
{
    private readonly Dictionary<IPAddress, DateTimeOffset> _unrecorded = [];
    private readonly HashSet<IPAddress> _owned = [];
    private DateTimeOffset? _last;

    /// <summary>The addresses that were in the DNS since the state was last written, and when each last was.</summary>
    internal IReadOnlyDictionary<IPAddress, DateTimeOffset> Unrecorded => _unrecorded;

    /// <summary>The addresses that are owned though the state does not say so yet: registered, or found registered, since it was last written.</summary>
    internal IReadOnlySet<IPAddress> Owned => _owned;

    /// <summary>The first of the runs that followed each other without a gap, up to the one that was noted last.</summary>
    internal DateTimeOffset LookingSince { get; private set; }

    /// <summary>When a run of the process last got an answer of the DNS that proves what is missing, and recorded it; null where none has.</summary>
    internal DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>When a run last succeeded; null where none has.</summary>
    internal DateTimeOffset? SucceededAt { get; set; }

    /// <summary>Notes a run and what it has seen.</summary>
    internal void Note(IEnumerable<IPAddress> seen, DateTimeOffset now, DecisionSettings settings)
    {
        foreach (var address in seen)
        {
            _unrecorded[address] = now;
        }
        if (_last is not { } last || last > now || now - last >= settings.Gap)
        {
            LookingSince = now;
        }
        _last = now;
    }

    /// <summary>Notes what a run owns and may not come to record.</summary>
    internal void NoteOwned(IEnumerable<IPAddress> owned) => _owned.UnionWith(owned);

    /// <summary>All that was seen and is owned is recorded.</summary>
    /// <param name="proof">When the answer was had that proves what is missing; null where the last one proves nothing.</param>
    internal void NoteRecorded(DateTimeOffset? proof)
    {
        _unrecorded.Clear();
        _owned.Clear();
        RecordedAt = proof ?? RecordedAt;
    }
}
