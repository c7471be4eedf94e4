namespace Orchestrator.Modules.Adopting;

/// <summary>What tells the resources of one type apart, and by what the AWS provider imports them. From the provider's documentation of each type, 5.100.0.</summary>
internal static class Identities
{
    private static readonly string[] OfRule = ["security_group_id", "ip_protocol", "from_port", "to_port", "cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id"];

    private static readonly Dictionary<string, string[]> Attributes = new()
    {
        ["aws_lb"] = ["name"],
        ["aws_lb_target_group"] = ["name"],
        ["aws_lb_target_group_attachment"] = ["target_group_arn", "target_id", "port"],
        ["aws_lb_listener"] = ["load_balancer_arn", "port"],
        ["aws_lb_listener_rule"] = ["listener_arn", "priority"],
        ["aws_lb_listener_certificate"] = ["listener_arn", "certificate_arn"],
        ["aws_security_group"] = ["name"],
        ["aws_vpc_security_group_ingress_rule"] = OfRule,
        ["aws_vpc_security_group_egress_rule"] = OfRule,
        ["aws_route53_zone"] = ["name"],
        ["aws_route53_record"] = ["zone_id", "name", "type", "set_identifier"],
        ["aws_ecs_cluster"] = ["name"],
        ["aws_ecs_cluster_capacity_providers"] = ["cluster_name"],
        ["aws_ecs_service"] = ["cluster", "name"],
        ["aws_ecs_task_definition"] = ["family"],
    };

    /// <summary>The attributes that tell resources of a type apart; none where nothing of the type is adopted.</summary>
    internal static IReadOnlyList<string> Of(string type) => Attributes.GetValueOrDefault(type) ?? [];

    /// <summary>The id by which a resource is imported; null where the provider imports none of its type.</summary>
    internal static string? ImportId(StateResource resource) => resource.Kind switch
    {
        "aws_lb_target_group_attachment" => null,
        "aws_ecs_cluster" => resource.Text("name"),
        "aws_ecs_service" => $"{resource.Text("cluster")?.Split('/')[^1]}/{resource.Text("name")}",
        "aws_ecs_task_definition" => resource.Text("arn"),
        _ => resource.Text("id"),
    };
}
