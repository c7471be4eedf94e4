using System.Net;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>What the test's DNS server answers.</summary>
internal sealed record DnsReply
{
    internal int Code { get; init; }

    internal bool IsAuthoritative { get; init; } = true;

    internal bool IsTruncated { get; init; }

    /// <summary>Answers over UDP with more than was asked for.</summary>
    internal bool IsOversized { get; init; }

    /// <summary>Says nothing at all.</summary>
    internal bool IsDropped { get; init; }

    /// <summary>Answers with another id.</summary>
    internal bool HasWrongId { get; init; }

    /// <summary>Answers another question.</summary>
    internal bool HasWrongQuestion { get; init; }

    /// <summary>Goes on after its last record.</summary>
    internal bool IsMalformed { get; init; }

    internal IReadOnlyList<(string Owner, ushort Type, object Data)> Records { get; init; } = [];

    internal static DnsReply NoSuchName { get; } = new() { Code = 3 };

    internal static DnsReply Empty { get; } = new();

    internal static DnsReply ServerFailure { get; } = new() { Code = 2 };

    internal static DnsReply Addresses(string owner, IEnumerable<IPAddress> addresses) =>
        new() { Records = [.. addresses.Select(address => (owner, (ushort)(address.GetAddressBytes().Length == 4 ? 1 : 28), (object)address))] };

    internal static DnsReply Names(string owner, ushort type, params IReadOnlyList<string> names) => new() { Records = [.. names.Select(name => (owner, type, (object)name))] };
}
