using Orchestrator.Lambda.Resolve;

namespace Orchestrator.Lambda.Targets;

/// <summary>Orders targets by address, then port.</summary>
internal sealed class TargetOrder : IComparer<Target>
{
    internal static TargetOrder Instance { get; } = new();

    public int Compare(Target x, Target y) => AddressOrder.Instance.Compare(x.Address, y.Address) is var order and not 0 ? order : x.Port.CompareTo(y.Port);
}
