using System.Net;
using System.Net.Sockets;

namespace Orchestrator.Lambda.Targets;

/// <summary>A target of a group. The same address on another port is another target.</summary>
internal readonly record struct Target(IPAddress Address, int Port)
{
    public override string ToString() => Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{Address}]:{Port}" : $"{Address}:{Port}";
}
