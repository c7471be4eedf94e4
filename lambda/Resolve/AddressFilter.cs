using System.Net;

namespace Orchestrator.Lambda.Resolve;

/// <summary>Which addresses may be registered, whoever names them: an answer may be forged.</summary>
/// <param name="allowed">The networks that may hold targets.</param>
internal sealed class AddressFilter(IReadOnlyList<IPNetwork> allowed)
{
    /// <summary>What an <c>ip</c> target group may hold besides its VPC's own networks (the Id of a TargetDescription in the ELB API).</summary>
    internal static readonly IReadOnlyList<IPNetwork> Private =
        [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("100.64.0.0/10")];

    /// <summary>What is no target anywhere: this host, loopback, link-local (instance metadata too), multicast, broadcast.</summary>
    internal static readonly IReadOnlyList<IPNetwork> Never =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"), IPNetwork.Parse("224.0.0.0/3"),
        IPNetwork.Parse("::/127"), IPNetwork.Parse("::ffff:0:0/96"), IPNetwork.Parse("fe80::/10"), IPNetwork.Parse("ff00::/8"),
    ];

    /// <summary>Whether an address may be registered.</summary>
    internal bool Allows(IPAddress address) => Contains(allowed, address) && !Contains(Never, address);

    /// <summary>Whether one of the networks holds an address.</summary>
    internal static bool Contains(IReadOnlyList<IPNetwork> networks, IPAddress address)
    {
        foreach (var network in networks)
        {
            if (network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address))
            {
                return true;
            }
        }
        return false;
    }
}
