using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>What AWS fills in where a plan leaves it open, and the provider then remembers.</summary>
internal static class AwsDefaults
{
    internal static void Fill(string type, JsonObject attributes)
    {
        switch (type)
        {
            case "aws_lb_target_group":
                FillTargetGroup(attributes);
                break;
            case "aws_security_group":
                (attributes["ingress"], attributes["egress"]) = (attributes["ingress"]?.DeepClone() ?? new JsonArray(), attributes["egress"]?.DeepClone() ?? new JsonArray());
                break;
            case "aws_lb":
                FillSubnets(attributes);
                break;
            case "aws_lb_listener":
                FillOrder(attributes, "default_action");
                break;
            case "aws_lb_listener_rule":
                FillOrder(attributes, "action");
                break;
        }
    }

    private static void FillTargetGroup(JsonObject group)
    {
        group["load_balancer_arns"] = new JsonArray();
        if (group["health_check"] is not JsonArray { Count: 1 } checks || checks[0] is not JsonObject check)
        {
            return;
        }
        var isTcp = (string?)check["protocol"] == "TCP";
        var isNetwork = (string?)group["protocol"] is not ("HTTP" or "HTTPS" or null);
        check["matcher"] ??= isTcp ? "" : (string?)group["protocol_version"] == "GRPC" ? "12" : isNetwork ? "200-399" : "200";
        check["path"] ??= isTcp ? "" : (string?)group["protocol_version"] == "GRPC" ? "/AWS.ALB/healthcheck" : "/";
        check["timeout"] ??= isTcp ? 10 : isNetwork ? 6 : (string?)group["target_type"] == "lambda" ? 30 : 5;
    }

    /// <summary>AWS tells subnets and their mapping, whichever of the two was given.</summary>
    private static void FillSubnets(JsonObject balancer)
    {
        if (balancer["subnet_mapping"] is JsonArray { Count: > 0 } mapping)
        {
            balancer["subnets"] = new JsonArray([.. mapping.Select(item => item!["subnet_id"]!.DeepClone())]);
        }
        else if (balancer["subnets"] is JsonArray subnets)
        {
            balancer["subnet_mapping"] = new JsonArray([.. subnets.Select(subnet => (JsonNode)new JsonObject { ["subnet_id"] = subnet!.DeepClone(), ["allocation_id"] = "", ["private_ipv4_address"] = "", ["ipv6_address"] = "", ["outpost_id"] = "" })]);
        }
    }

    private static void FillOrder(JsonObject rule, string actions)
    {
        foreach (var (index, action) in rule[actions]!.AsArray().Index())
        {
            action!["order"] ??= index + 1;
        }
    }
}
