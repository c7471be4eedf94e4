namespace Orchestrator.Modules.Adopting;

/// <summary>Why something in a state is left where it is.</summary>
internal static class Reasons
{
    /// <summary>Why a service is left; null where it need not be.</summary>
    internal static string? ToLeave(StateResource service, StateResource task) =>
        task.Blocks("volume").Count > 0 ? "its tasks have volumes"
        : service.Blocks("service_connect_configuration").Count > 0 || service.Blocks("service_registries").Count > 0 ? "it is found by Service Connect or Cloud Map"
        : service.Blocks("capacity_provider_strategy").Any(provider => StateResource.TextOf(provider["capacity_provider"]) is not ("FARGATE" or "FARGATE_SPOT")) ? "it runs on capacity providers of its own"
        : service.Blocks("deployment_controller").Any(controller => StateResource.TextOf(controller["type"]) is not (null or "ECS")) ? "ECS does not replace its tasks by itself"
        : null;

    /// <summary>Why a resource that nothing became is left.</summary>
    internal static string Of(StateResource resource, ManifestDraft draft) => draft.WhyRemoved(resource) ?? resource.Kind switch
    {
        "aws_security_group_rule" => "the older type of rule, with several peers or without its id in AWS: it stays in AWS as it is",
        "aws_security_group" or "aws_vpc_security_group_ingress_rule" or "aws_vpc_security_group_egress_rule" => "no load balancer or service that is adopted has the security group",
        "aws_lb" => "a Gateway Load Balancer is nothing that a manifest has",
        "aws_lb_listener" or "aws_lb_listener_rule" or "aws_lb_listener_certificate" => "its load balancer is not in the state",
        "aws_lb_target_group_attachment" => "its target group is not in the state, or its target is a load balancer that is not",
        "aws_acm_certificate" or "aws_acm_certificate_validation" => "certificates are named by their ARNs; one that a manifest declares is a new one",
        "aws_route53_record" => "it validates a certificate",
        "aws_ecs_cluster" => "its capacity providers are not in the state, or not those of Fargate alone, and a manifest's cluster sets them",
        "aws_ecs_service" => EcsDraft.TaskDefinitionOf(draft, resource) is { } task ? ToLeave(resource, task) ?? "the manifest has no place for it" : "its task definition is not in the state",
        "aws_ecs_task_definition" => "no service that is adopted runs it",
        "aws_iam_role" or "aws_iam_role_policy" or "aws_iam_role_policy_attachment" or "aws_iam_policy" => "roles are named by their ARNs",
        "aws_cloudwatch_log_group" => "log groups are named by their names",
        "aws_appautoscaling_target" or "aws_appautoscaling_policy" or "aws_appautoscaling_scheduled_action" => "what scales a service goes on scaling it",
        "aws_vpc" or "aws_subnet" => "a manifest names the network and does not make it",
        _ => "manifests have nothing of this type, or nothing that refers to it",
    };
}
