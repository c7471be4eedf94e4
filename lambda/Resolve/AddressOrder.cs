using System.Net;

namespace Orchestrator.Lambda.Resolve;

/// <summary>Orders addresses by their octets, IPv4 first: lists are the same in every run.</summary>
internal sealed class AddressOrder : IComparer<IPAddress>
{
    internal static AddressOrder Instance { get; } = new();

    public int Compare(IPAddress? x, IPAddress? y)
    {
        ReadOnlySpan<byte> left = x?.GetAddressBytes() ?? [];
        ReadOnlySpan<byte> right = y?.GetAddressBytes() ?? [];
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
    }
}
