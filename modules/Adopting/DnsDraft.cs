using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>Hosted zones and records.</summary>
internal static class DnsDraft
{
    internal static void Add(ManifestDraft draft)
    {
        foreach (var zone in draft.All("aws_route53_zone"))
        {
            var node = new JsonObject { ["domainName"] = zone.Text("name")?.TrimEnd('.') };
            ManifestDraft.Set(node, "comment", zone.Values["comment"]);
            foreach (var vpc in zone.Blocks("vpc"))
            {
                ManifestDraft.Set(node, $"vpcs.{StateResource.TextOf(vpc["vpc_id"])}.vpcId", vpc["vpc_id"]);
                ManifestDraft.Set(node, $"vpcs.{StateResource.TextOf(vpc["vpc_id"])}.region", vpc["vpc_region"]);
            }
            draft.Add("hostedZones", zone, zone.Text("name")?.TrimEnd('.') ?? zone.Name, node, zone.Text("zone_id"));
        }
        foreach (var record in draft.All("aws_route53_record").Where(record => !IsValidation(record)))
        {
            AddRecord(draft, record);
        }
    }

    private static void AddRecord(ManifestDraft draft, StateResource record)
    {
        var node = new JsonObject { ["name"] = (record.Text("fqdn") ?? record.Text("name"))?.TrimEnd('.'), ["zone"] = draft.Reference(record.Text("zone_id") ?? "", "id"), ["type"] = record.Text("type") };
        if (record.Blocks("alias") is [var alias, ..])
        {
            var to = new JsonObject();
            // An AAAA record of a load balancer without IPv6 answers nothing, and a manifest has none.
            if (draft.NameIn("applicationLoadBalancers", StateResource.TextOf(alias["name"]) ?? "") is { } balancer && (record.Text("type") == "A" || IsDualstack(draft, StateResource.TextOf(alias["name"]))))
            {
                to["loadBalancer"] = balancer;
            }
            else
            {
                ManifestDraft.Set(to, "dnsName", alias["name"]);
                ManifestDraft.Set(to, "zoneId", alias["zone_id"]);
            }
            to["ipv6"] = false;
            ManifestDraft.Set(to, "evaluateTargetHealth", alias["evaluate_target_health"]);
            node["alias"] = to;
        }
        else
        {
            ManifestDraft.Set(node, "values", record.Values["records"]);
            ManifestDraft.Set(node, "ttlSeconds", record.Values["ttl"]);
        }
        AddRouting(node, record);
        draft.Add("records", record, $"{record.Text("name")?.TrimEnd('.')}-{record.Text("type")}{(record.Text("set_identifier") is { } set ? $"-{set}" : "")}", node);
    }

    private static void AddRouting(JsonObject node, StateResource record)
    {
        ManifestDraft.Set(node, "routing.setIdentifier", record.Values["set_identifier"]);
        if (record.Blocks("weighted_routing_policy") is [var weighted, ..])
        {
            ManifestDraft.Set(node, "routing.weight", weighted["weight"]);
        }
        if (record.Blocks("failover_routing_policy") is [var failover, ..])
        {
            ManifestDraft.Set(node, "routing.failover", failover["type"]);
        }
        if (record.Blocks("latency_routing_policy") is [var latency, ..])
        {
            ManifestDraft.Set(node, "routing.latencyRegion", latency["region"]);
        }
        if (record.Blocks("geolocation_routing_policy") is [var place, ..])
        {
            foreach (var key in new[] { "continent", "country", "subdivision" })
            {
                ManifestDraft.Set(node, $"routing.geolocation.{key}", place[key]);
            }
        }
        if (record.IsTrue("multivalue_answer_routing_policy"))
        {
            ManifestDraft.Set(node, "routing.multivalueAnswer", true);
        }
        if (record.Text("health_check_id") is { } check)
        {
            node["healthCheck"] = new JsonObject { ["id"] = check };
        }
    }

    private static bool IsDualstack(ManifestDraft draft, string? name) => draft.All("aws_lb").Any(balancer => balancer.Text("dns_name") == name && balancer.Text("ip_address_type") != "ipv4");

    /// <summary>A record by which ACM validates a certificate goes with the certificate.</summary>
    private static bool IsValidation(StateResource record) => record.Text("type") == "CNAME" && record.Texts("records").Any(value => value.TrimEnd('.').EndsWith("acm-validations.aws", StringComparison.Ordinal));
}
