using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>Rules of security groups of the type <c>aws_security_group_rule</c>, as the newer types have them, one peer a rule. Terraform moves none to another type; by its id a rule is imported.</summary>
internal static class OlderRules
{
    private const string Older = "aws_security_group_rule";

    /// <summary>A rule with one peer as the newer type; anything else as it is.</summary>
    internal static StateResource Renewed(StateResource resource)
    {
        if (resource.Type != Older || resource.Text("security_group_rule_id") is not { } id || Peer(resource) is not { } peer)
        {
            return resource;
        }
        var protocol = resource.Text("protocol") is "all" or "-1" ? "-1" : resource.Text("protocol");
        var values = new JsonObject { ["id"] = id, ["security_group_rule_id"] = id, ["security_group_id"] = resource.Text("security_group_id"), ["ip_protocol"] = protocol };
        if (protocol != "-1")
        {
            values["from_port"] = resource.Values["from_port"]?.DeepClone();
            values["to_port"] = resource.Values["to_port"]?.DeepClone();
        }
        values[peer.Attribute] = peer.Value;
        ManifestDraft.Set(values, "description", resource.Values["description"]);
        return resource with { Renewed = $"aws_vpc_security_group_{resource.Text("type")}_rule", Values = values, SchemaVersion = 0 };
    }

    private static (string Attribute, string? Value)? Peer(StateResource rule)
    {
        (string, string?)[] peers =
        [
            .. rule.Texts("cidr_blocks").Select(block => ("cidr_ipv4", (string?)block)),
            .. rule.Texts("ipv6_cidr_blocks").Select(block => ("cidr_ipv6", (string?)block)),
            .. rule.Texts("prefix_list_ids").Select(list => ("prefix_list_id", (string?)list)),
            .. rule.Text("source_security_group_id") is { } group ? new[] { ("referenced_security_group_id", (string?)group) } : [],
            .. rule.IsTrue("self") ? new[] { ("referenced_security_group_id", rule.Text("security_group_id")) } : [],
        ];
        return peers is [var one] ? one : null;
    }
}
