using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.StaticIp;

/// <summary>The ports of static addresses.</summary>
internal static class StaticIpPorts
{
    private const int Highest = 65_535;

    /// <summary>Those that something can be made of: of one that is out of range, or that stands twice, only that is told (SYNC264).</summary>
    internal static IEnumerable<KeyValuePair<string, StaticIpPortProps>> Legal(StaticIpApplicationLoadBalancerProps props)
    {
        var seen = new HashSet<int>();
        return props.Ports.Where(port => IsLegal(port.Value.Port) && IsLegal(port.Value.EffectiveApplicationPort) && !(port.Value.Port.TryGetLiteral(out var number) && !seen.Add(number))).ToList();
    }

    /// <summary>Whether a number can be a port; an expression may.</summary>
    internal static bool IsLegal(Value<int> port) => !port.TryGetLiteral(out var number) || number is >= 1 and <= Highest;
}
