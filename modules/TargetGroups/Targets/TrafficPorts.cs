using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.TargetGroups;

/// <summary>What a load balancer needs to reach of a target.</summary>
internal static class TrafficPorts
{
    /// <summary>The port that the target serves on, and that of the health check where it is another or of another protocol.</summary>
    /// <param name="group">The target's group.</param>
    /// <param name="port">The target's port; the group's where it is null.</param>
    internal static IEnumerable<PortRange> Of(TargetGroupProps group, Value<int>? port)
    {
        if ((port ?? group.Port) is not { } traffic)
        {
            return [];
        }
        var isUdp = group.EffectiveProtocol?.Is(TargetGroupProtocol.Udp) == true;
        var ports = isUdp ? new List<PortRange> { PortRange.Udp(traffic) }
            : group.EffectiveProtocol?.Is(TargetGroupProtocol.TcpUdp) == true ? [PortRange.Tcp(traffic), PortRange.Udp(traffic)]
            : [PortRange.Tcp(traffic)];
        // Health is checked over TCP whatever the traffic is.
        ports.Add(PortRange.Tcp(group.HealthCheck.Port.IsLiteral(out var text) && int.TryParse(text, out var check) ? check : traffic));
        return ports.Distinct();
    }
}
