using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>Security groups of what is adopted, with those of their rules that are resources of their own.</summary>
internal static class SecurityGroupDraft
{
    internal static void Add(ManifestDraft draft)
    {
        HashSet<string> used = [.. draft.All("aws_lb").SelectMany(balancer => balancer.Texts("security_groups")), .. draft.All("aws_ecs_service").SelectMany(service => service.Blocks("network_configuration")).SelectMany(network => StateResource.TextsOf(network["security_groups"]))];
        var groups = draft.All("aws_security_group").Where(group => used.Contains(group.Text("id") ?? "")).ToList();
        foreach (var group in groups)
        {
            var node = new JsonObject();
            ManifestDraft.Set(node, "name", group.Values["name"]);
            ManifestDraft.Set(node, "description", group.Values["description"]);
            ManifestDraft.Set(node, "vpcId", draft.OtherVpc(group.Text("vpc_id")));
            draft.Add("securityGroups", group, group.Text("name") ?? group.Name, node, group.Text("id"));
        }
        foreach (var group in groups)
        {
            AddRules(draft, group, "ingress");
            AddRules(draft, group, "egress");
        }
    }

    private static void AddRules(ManifestDraft draft, StateResource group, string direction)
    {
        foreach (var rule in draft.All($"aws_vpc_security_group_{direction}_rule").Where(rule => rule.Text("security_group_id") == group.Text("id")))
        {
            var protocol = rule.Text("ip_protocol") switch { "-1" => "all", "6" => "tcp", "17" => "udp", "1" => "icmp", "58" => "icmpv6", var other => other ?? "all" };
            var node = new JsonObject();
            ManifestDraft.Set(node, "protocol", protocol == "tcp" ? null : protocol);
            if (protocol != "all" && rule.Text("from_port") is not null)
            {
                var isOne = rule.Text("from_port") == rule.Text("to_port") && protocol is "tcp" or "udp";
                ManifestDraft.Set(node, isOne ? "port" : "fromPort", rule.Values["from_port"]);
                ManifestDraft.Set(node, "toPort", isOne ? null : rule.Values["to_port"]);
            }
            ManifestDraft.Set(node, "cidrIpv4", rule.Values["cidr_ipv4"]);
            ManifestDraft.Set(node, "cidrIpv6", rule.Values["cidr_ipv6"]);
            ManifestDraft.Set(node, "prefixListId", rule.Values["prefix_list_id"]);
            if (rule.Text("referenced_security_group_id") is { } peer)
            {
                ManifestDraft.Set(node, peer == group.Text("id") ? "self" : "securityGroup", peer == group.Text("id") ? true : draft.Reference(peer, "id"));
            }
            ManifestDraft.Set(node, "description", rule.Values["description"]);
            var name = rule.Index is JsonValue key && key.TryGetValue<string>(out var text) ? text : $"{protocol}-{rule.Text("from_port") ?? "any"}";
            draft.AddTo(draft.NodeOf(group)!, direction, rule, name, node);
        }
    }
}
