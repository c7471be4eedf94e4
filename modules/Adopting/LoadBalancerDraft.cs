using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>Load balancers with their listeners, rules and further certificates.</summary>
internal static class LoadBalancerDraft
{
    internal static void Add(ManifestDraft draft)
    {
        foreach (var balancer in draft.All("aws_lb").Where(balancer => (balancer.Text("load_balancer_type") ?? "application") is "application" or "network"))
        {
            var isNetwork = balancer.Text("load_balancer_type") == "network";
            var node = new JsonObject { ["name"] = balancer.Text("name"), ["internal"] = balancer.IsTrue("internal") };
            var groups = new JsonArray([.. balancer.Texts("security_groups").Select(group => draft.Reference(group, "id"))]);
            if (isNetwork)
            {
                node["crossZone"] = balancer.IsTrue("enable_cross_zone_load_balancing");
                node["subnetMappings"] = Mappings(draft, balancer);
            }
            else
            {
                node["subnets"] = new JsonArray([.. balancer.Texts("subnets").Select(subnet => JsonValue.Create(draft.Subnet(subnet)))]);
            }
            node["securityGroups"] = groups;
            draft.Add(isNetwork ? "networkLoadBalancers" : "applicationLoadBalancers", balancer, balancer.Text("name") ?? balancer.Name, node, balancer.Text("arn"), balancer.Text("dns_name"));
        }
    }

    /// <summary>Adds the listeners, when the target groups are known.</summary>
    internal static void AddListeners(ManifestDraft draft)
    {
        foreach (var balancer in draft.All("aws_lb").Where(balancer => draft.NodeOf(balancer) is not null))
        {
            var isNetwork = balancer.Text("load_balancer_type") == "network";
            foreach (var listener in draft.All("aws_lb_listener").Where(listener => listener.Text("load_balancer_arn") == balancer.Text("arn")))
            {
                AddListener(draft, balancer, listener, isNetwork);
            }
        }
    }

    private static void AddListener(ManifestDraft draft, StateResource balancer, StateResource listener, bool isNetwork)
    {
        var node = new JsonObject();
        ManifestDraft.Set(node, "port", listener.Values["port"]);
        ManifestDraft.Set(node, "protocol", listener.Values["protocol"]);
        ManifestDraft.Set(node, "certificate", listener.Text("certificate_arn") is { } certificate ? draft.Reference(certificate) : null);
        var action = new ActionDraft(draft, listener.Name).Of(listener.Blocks("default_action"));
        if (isNetwork)
        {
            ManifestDraft.Set(node, "forward", action["forward"]);
            ManifestDraft.Set(node, "weightedForward", action["weightedForward"]);
        }
        else
        {
            node["defaultAction"] = action;
        }
        var name = draft.AddTo(draft.NodeOf(balancer)!, "listeners", listener, NameOf(listener, $"{listener.Text("protocol")?.ToLowerInvariant()}-{listener.Text("port")}"), node);
        foreach (var further in draft.All("aws_lb_listener_certificate").Where(further => further.Text("listener_arn") == listener.Text("arn")))
        {
            var arn = further.Text("certificate_arn") ?? "";
            draft.AddTo(node, "additionalCertificates", further, NameOf(further, further.Name, name) is var text && char.IsAsciiLetter(text[0]) ? text : $"certificate-{text}", draft.Reference(arn));
        }
        foreach (var rule in draft.All("aws_lb_listener_rule").Where(rule => rule.Text("listener_arn") == listener.Text("arn")))
        {
            var route = new JsonObject();
            ManifestDraft.Set(route, "priority", rule.Values["priority"]);
            route["conditions"] = ConditionDraft.Of(rule.Blocks("condition"));
            route["action"] = new ActionDraft(draft, rule.Name).Of(rule.Blocks("action"));
            draft.AddTo(node, "rules", rule, NameOf(rule, rule.Name is "this" ? $"rule-{rule.Text("priority")}" : rule.Name, name), route);
        }
    }

    /// <summary>What a module calls an instance, without the listener that it is of.</summary>
    private static string NameOf(StateResource resource, string otherwise, string listener = "") =>
        resource.Index is JsonValue key && key.TryGetValue<string>(out var text) ? text.StartsWith($"{listener}/", StringComparison.Ordinal) ? text[(listener.Length + 1)..] : text : otherwise;

    private static JsonObject Mappings(ManifestDraft draft, StateResource balancer)
    {
        var mappings = new JsonObject();
        var blocks = balancer.Blocks("subnet_mapping");
        foreach (var mapping in blocks.Count > 0 ? blocks : balancer.Texts("subnets").Select(subnet => new JsonObject { ["subnet_id"] = subnet }))
        {
            var subnet = draft.Subnet(StateResource.TextOf(mapping["subnet_id"]) ?? "");
            var node = new JsonObject { ["subnet"] = subnet };
            ManifestDraft.Set(node, "allocationId", mapping["allocation_id"]);
            ManifestDraft.Set(node, "privateIpv4Address", mapping["private_ipv4_address"]);
            ManifestDraft.Set(node, "ipv6Address", mapping["ipv6_address"]);
            mappings[subnet] = node;
        }
        return mappings;
    }
}
