using System.Net;

namespace Orchestrator.Lambda.Tests.Network;

/// <summary>The zone of a load balancer as AWS answers for it: eight of its addresses at random, all of them under "all.".</summary>
internal sealed class Zone(IEnumerable<IPAddress> addresses)
{
    internal const string Name = "internal-app-1.eu-west-1.elb.amazonaws.com";
    internal const string Apex = "eu-west-1.elb.amazonaws.com";
    internal const string TargetGroup = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/app/0123456789abcdef";
    internal const ushort A = 1;
    internal const ushort NS = 2;
    internal const ushort CNAME = 5;
    private const string Server = "ns-1.awsdns-01.com";

    internal IPAddress[] Addresses { get; set; } = [.. addresses];

    internal int MostPerAnswer { get; init; } = 8;

    internal bool HasAll { get; init; } = true;

    internal Random Random { get; init; } = new(1);

    /// <summary>Answers instead of the zone where it returns something.</summary>
    internal Func<string, ushort, bool, DnsReply?>? Instead { get; set; }

    internal DnsReply Answer(string name, ushort type, bool isTcp) => Instead?.Invoke(name, type, isTcp) ?? (name, type) switch
    {
        (Apex, NS) => DnsReply.Names(Apex, NS, Server),
        (Server, A) => DnsReply.Addresses(Server, [IPAddress.Loopback]),
        (Name, A) => DnsReply.Addresses(Name, Some()),
        ($"all.{Name}", A) when HasAll => DnsReply.Addresses($"all.{Name}", Addresses),
        _ when name.EndsWith(Name, StringComparison.Ordinal) && name != Name => DnsReply.NoSuchName,
        _ => DnsReply.Empty,
    };

    private IPAddress[] Some()
    {
        lock (Random)
        {
            return [.. Addresses.OrderBy(_ => Random.Next()).Take(MostPerAnswer)];
        }
    }
}
