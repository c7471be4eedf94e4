using System.Net;
using Orchestrator.Review.Plans;

namespace Orchestrator.Review.Rules;

/// <summary>What one rule of a security group lets through, from whichever of the four ways to write it.</summary>
/// <param name="Owner">The resource that it is written in.</param>
/// <param name="Attribute">Where in it.</param>
/// <param name="Group">The id of the group; null where it is not known yet.</param>
/// <param name="IsIngress">Whether it is about what comes in.</param>
/// <param name="Protocol">The protocol; <c>-1</c> is all.</param>
/// <param name="From">The first port; null for all ports, and where it is not known.</param>
/// <param name="To">The last port.</param>
/// <param name="Peers">The CIDR blocks and groups at the other end.</param>
/// <param name="IsUnknown">Whether a part of it is known only after the apply.</param>
internal sealed record OpenPort(ResourceChange Owner, string Attribute, string? Group, bool IsIngress, string Protocol, int? From, int? To, IReadOnlyList<string> Peers, bool IsUnknown)
{
    private const string All = "-1";

    /// <summary>The types of single rules.</summary>
    internal static readonly IReadOnlyList<string> RuleTypes = ["aws_security_group_rule", "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule"];

    /// <summary>Whether the whole world is at the other end.</summary>
    internal bool IsWorld => Peers.Any(IsWholeWorld);

    /// <summary>Whether everything is let through.</summary>
    internal bool IsEverything => Protocol is All or "all";

    /// <summary>The ports for people.</summary>
    internal string Ports => IsEverything ? "everything" : From is null ? Protocol : From == To ? $"{Protocol} {From}" : $"{Protocol} {From}-{To}";

    /// <summary>Where a peer is written.</summary>
    internal string AttributeOf(string peer) => Owner.Type switch
    {
        "aws_security_group_rule" => peer == Group ? "self" : peer.StartsWith("sg-", StringComparison.Ordinal) ? "source_security_group_id" : peer.StartsWith("pl-", StringComparison.Ordinal) ? "prefix_list_ids" : peer.Contains(':') ? "ipv6_cidr_blocks" : "cidr_blocks",
        "aws_security_group" => Attribute,
        _ => peer.StartsWith("sg-", StringComparison.Ordinal) ? "referenced_security_group_id" : peer.StartsWith("pl-", StringComparison.Ordinal) ? "prefix_list_id" : peer.Contains(':') ? "cidr_ipv6" : "cidr_ipv4",
    };

    /// <summary>Whether one peer is the other, or a network that holds it.</summary>
    internal static bool Includes(string network, string peer) =>
        network == peer
        || IPNetwork.TryParse(network, out var whole) && IPNetwork.TryParse(peer, out var part) && whole.BaseAddress.AddressFamily == part.BaseAddress.AddressFamily && whole.PrefixLength <= part.PrefixLength && whole.Contains(part.BaseAddress);

    /// <summary>Whether it lets through all that another does, for one peer.</summary>
    internal bool Covers(OpenPort other, string peer) =>
        IsIngress == other.IsIngress && Group == other.Group && Peers.Contains(peer)
        && (IsEverything || Protocol == other.Protocol && (From is null || From <= other.From && To >= other.To));

    /// <summary>Whether it lets a port through.</summary>
    internal bool Allows(int port) => IsEverything || From is null || From <= port && port <= To;

    /// <summary>What a resource lets through before the apply.</summary>
    internal static IEnumerable<OpenPort> Before(ResourceChange change) => Of(change, change.Before, configured: true);

    /// <summary>What a resource lets through after it.</summary>
    internal static IEnumerable<OpenPort> After(PlanModel model, ResourceChange change) =>
        change.Type == "aws_security_group"
            ? Inline(change, change.After, "ingress", model.Plan.Configuration.Gives(change, "ingress") == Answer.Yes).Concat(Inline(change, change.After, "egress", model.Plan.Configuration.Gives(change, "egress") == Answer.Yes))
            : Of(change, change.After, configured: true);

    /// <summary>0.0.0.0/0, ::/0, and their other spellings.</summary>
    internal static bool IsWholeWorld(string peer) => peer.EndsWith("/0", StringComparison.Ordinal);

    private static IEnumerable<OpenPort> Of(ResourceChange change, PlanValue value, bool configured) => !value.IsKnown ? [] : change.Type switch
    {
        "aws_security_group" => Inline(change, value, "ingress", configured).Concat(Inline(change, value, "egress", configured)),
        "aws_security_group_rule" => [Make(change, "cidr_blocks", Text(value["security_group_id"]), value["type"].Text == "ingress", value["protocol"], value["from_port"], value["to_port"],
            [value["cidr_blocks"], value["ipv6_cidr_blocks"], value["source_security_group_id"], value["prefix_list_ids"]], value["self"].Boolean == true)],
        "aws_vpc_security_group_ingress_rule" or "aws_vpc_security_group_egress_rule" => [Make(change, value["cidr_ipv6"].IsKnown ? "cidr_ipv6" : "cidr_ipv4", Text(value["security_group_id"]), change.Type == "aws_vpc_security_group_ingress_rule", value["ip_protocol"], value["from_port"], value["to_port"],
            [value["cidr_ipv4"], value["cidr_ipv6"], value["referenced_security_group_id"], value["prefix_list_id"]], false)],
        _ => [],
    };

    private static IEnumerable<OpenPort> Inline(ResourceChange change, PlanValue value, string block, bool configured)
    {
        var rules = value[block];
        if (rules.IsUnknown)
        {
            // Unknown without being configured: the rules are resources of their own.
            return configured ? [new OpenPort(change, block, Text(value["id"]), block == "ingress", "", null, null, [], true)] : [];
        }
        return rules.Items.Select(rule => Make(change, block, Text(value["id"]) ?? Text(change.Before["id"]), block == "ingress", rule["protocol"], rule["from_port"], rule["to_port"],
            [rule["cidr_blocks"], rule["ipv6_cidr_blocks"], rule["security_groups"], rule["prefix_list_ids"]], rule["self"].Boolean == true));
    }

    private static OpenPort Make(ResourceChange owner, string attribute, string? group, bool isIngress, PlanValue protocol, PlanValue from, PlanValue to, IReadOnlyList<PlanValue> peers, bool self) => new(
        owner,
        attribute,
        group,
        isIngress,
        protocol.Text?.ToLowerInvariant() ?? "",
        (int?)from.Number,
        (int?)to.Number,
        [.. peers.SelectMany(PlanModel.Leaves).Where(peer => peer.Length > 0), .. self && group is not null ? [group] : Array.Empty<string>()],
        protocol.IsUnknown || from.IsUnknown || to.IsUnknown || peers.Any(peer => peer.HasUnknown));

    private static string? Text(PlanValue value) => value.Text is { Length: > 0 } text ? text : null;
}
