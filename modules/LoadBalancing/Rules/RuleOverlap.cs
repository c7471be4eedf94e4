using System.Net.Sockets;
using Orchestrator.Modules.Network;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.LoadBalancing;

/// <summary>Whether one request can meet the conditions of two rules.</summary>
internal static class RuleOverlap
{
    /// <summary>Whether it can, as far as hosts, paths, methods, header fields and source addresses tell; an expression may be anything.</summary>
    internal static bool IsPossible(RuleConditionsProps one, RuleConditionsProps other) =>
        Meet(one.Hosts, other.Hosts, static (a, b) => Wildcards.Meet(a.ToUpperInvariant(), b.ToUpperInvariant()))
        && Meet(one.Paths, other.Paths, Wildcards.Meet)
        && Meet(one.Methods, other.Methods, static (a, b) => a == b)
        && Meet(one.SourceCidrs, other.SourceCidrs, static (a, b) => !IsLegal(a) || !IsLegal(b) || CidrBlock.Overlap(a, b))
        && one.Headers.All(header => !other.Headers.TryGetValue(header.Key, out var values) || Meet(header.Value, values, static (a, b) => Wildcards.Meet(a.ToUpperInvariant(), b.ToUpperInvariant())));

    /// <summary>A condition that one of the two does not have keeps nothing out.</summary>
    private static bool Meet(ValueList<string> one, ValueList<string> other, Func<string, string, bool> meet) =>
        one.Count == 0 || other.Count == 0
        || one.Any(a => other.Any(b => !a.TryGetLiteral(out var first) || !b.TryGetLiteral(out var second) || meet(first, second)));

    /// <summary>RULE089 has those that are not.</summary>
    private static bool IsLegal(string block) =>
        CidrBlock.Mistake(block, block.Contains(':') ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork, "", mayBeAddress: true) is null;
}
