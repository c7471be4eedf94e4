using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.SecurityGroups;

/// <summary>A protocol and its ports.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="From">The lowest port; null for every protocol together.</param>
/// <param name="To">The highest port; null for every protocol together.</param>
public sealed record PortRange(IpProtocol Protocol, Value<int>? From, Value<int>? To)
{
    /// <summary>One TCP port, 0 to 65535.</summary>
    public static PortRange Tcp(Value<int> port) => new(IpProtocol.Tcp, port, port);

    /// <summary>A range of TCP ports, 0 to 65535.</summary>
    public static PortRange Tcp(Value<int> from, Value<int> to) => new(IpProtocol.Tcp, from, to);

    /// <summary>One UDP port, 0 to 65535.</summary>
    public static PortRange Udp(Value<int> port) => new(IpProtocol.Udp, port, port);

    /// <summary>What a rule for it is called: <c>tcp-8080</c>, <c>tcp-32768-65535</c>, <c>all</c>.</summary>
    internal string Name => TerraformName.Part(From is null ? Spelling.Of(Protocol) : From == To ? $"{Spelling.Of(Protocol)}-{From}" : $"{Spelling.Of(Protocol)}-{From}-{To}");

    /// <summary>Every protocol on every port.</summary>
    public static PortRange All { get; } = new(IpProtocol.All, null, null);
}
