using System.Text.Json.Nodes;

namespace Orchestrator.Modules.Adopting;

/// <summary>Target groups with what is registered in them from the start.</summary>
internal static class TargetGroupDraft
{
    internal static void Add(ManifestDraft draft)
    {
        foreach (var group in draft.All("aws_lb_target_group"))
        {
            var node = new JsonObject { ["targetType"] = group.Text("target_type") ?? "instance" };
            var isFunction = group.Text("target_type") == "lambda";
            ManifestDraft.Set(node, "protocol", isFunction ? null : group.Values["protocol"]);
            ManifestDraft.Set(node, "protocolVersion", isFunction ? null : group.Values["protocol_version"]);
            ManifestDraft.Set(node, "port", isFunction ? null : group.Values["port"]);
            ManifestDraft.Set(node, "name", group.Values["name"]);
            ManifestDraft.Set(node, "vpcId", isFunction ? null : draft.OtherVpc(group.Text("vpc_id")));
            draft.Add("targetGroups", group, group.Text("name") ?? group.Name, node, group.Text("arn"), group.Text("id"));
        }
    }

    /// <summary>Adds the targets, when it is known which load balancers are adopted.</summary>
    internal static void AddTargets(ManifestDraft draft)
    {
        foreach (var group in draft.All("aws_lb_target_group"))
        {
            foreach (var attachment in draft.All("aws_lb_target_group_attachment").Where(attachment => attachment.Text("target_group_arn") == group.Text("arn")))
            {
                if (Target(draft, group, attachment) is { } target)
                {
                    ManifestDraft.Set(target, "port", attachment.Text("port") == "0" ? null : attachment.Values["port"]);
                    ManifestDraft.Set(target, "availabilityZone", attachment.Values["availability_zone"]);
                    draft.AddTo(draft.NodeOf(group)!, "targets", attachment, attachment.Index is JsonValue key && key.TryGetValue<string>(out var text) ? text : attachment.Text("target_id") ?? attachment.Name, target);
                }
            }
        }
    }

    private static JsonObject? Target(ManifestDraft draft, StateResource group, StateResource attachment)
    {
        var id = attachment.Text("target_id") ?? "";
        return group.Text("target_type") switch
        {
            "ip" => new JsonObject { ["address"] = id },
            "lambda" => new JsonObject { ["functionArn"] = id },
            "alb" => draft.NameIn("applicationLoadBalancers", id) is { } name ? new JsonObject { ["loadBalancer"] = name } : null,
            _ => new JsonObject { ["instance"] = new JsonObject { ["id"] = id } },
        };
    }
}
