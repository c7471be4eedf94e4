using System.Net;

namespace Orchestrator.Lambda.State;

/// <summary>What earlier runs have left.</summary>
/// <param name="State">The state; an empty one before the first run.</param>
/// <param name="Version">Its version in the store; null before the first run.</param>
/// <param name="Content">Its octets in the store.</param>
/// <param name="TakenOver">Before the first run, the addresses that the Python function has left.</param>
internal sealed record Memory(SyncState State, string? Version, ReadOnlyMemory<byte> Content, IReadOnlyList<IPAddress> TakenOver);
