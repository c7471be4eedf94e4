using System.Net;
using Orchestrator.Lambda.Resolve;
using Orchestrator.Lambda.State;
using Orchestrator.Lambda.Targets;

namespace Orchestrator.Lambda.Decide;

/// <summary>Takes over what the Python function has registered.</summary>
internal static class Takeover
{
    /// <summary>The state with what that function has named and the group lists on the port. Its counters are not taken over: the grace begins anew.</summary>
    internal static SyncState Adopt(Memory memory, IReadOnlyList<RegisteredTarget> registered, int port, DateTimeOffset now)
    {
        if (memory.TakenOver.Count == 0)
        {
            return memory.State;
        }
        var listed = registered.Where(each => each.Target.Port == port && each.State != TargetState.Draining).Select(each => each.Target.Address).ToHashSet();
        IReadOnlyList<IPAddress> adopted = [.. memory.TakenOver.Where(listed.Contains).Order(AddressOrder.Instance)];
        return memory.State with { Owned = [.. adopted.Select(address => new OwnedTarget(address, now))] };
    }
}
