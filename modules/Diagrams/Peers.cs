using Orchestrator.Modules.SecurityGroups;

namespace Orchestrator.Modules.Diagrams;

/// <summary>Who may connect to what is in some security groups, as the label of an edge.</summary>
internal static class Peers
{
    private const int MostNamed = 3;

    /// <summary>The peers; null where an existing group decides.</summary>
    internal static string? Of(IReadOnlyList<ISecurityGroup> groups)
    {
        if (groups.Any(group => group.Props is null))
        {
            return null;
        }
        var rules = groups.SelectMany(group => group.Props!.Ingress.Values).ToList();
        if (rules.Exists(Exposure.IsWorld))
        {
            return "anyone";
        }
        var peers = rules.Select(rule => $"{rule.CidrIpv4 ?? rule.CidrIpv6 ?? rule.PrefixListId}{rule.SecurityGroup?.Name}").Where(peer => peer.Length > 0).Distinct().ToList();
        return peers.Count switch
        {
            0 => null,
            <= MostNamed => string.Join('\n', peers),
            _ => $"{peers.Count} peers",
        };
    }
}
