using Orchestrator.Modules.Publishing;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>Inputs of published modules for which null plans nothing, or less than it means, each with its reason.</summary>
internal static class PublishedExemptions
{
    /// <summary>The part of an input that no call gives.</summary>
    internal const string NotGiven = "no call gives it";

    /// <summary>The part of an input that says the default in every call.</summary>
    internal const string NothingDiffers = "no value of it";

    private const string IsDefault = "every call gives the default";
    private const string IsInJson = "is in the JSON of the container definitions, every change of which is planned";
    private const string Tasks = "^(fargate-service|ec2-service|event-task)$";
    private const string Services = "^(fargate|ec2)-service$";
    private const string IsOn = "it is on where the block is there; off is what leaving out the block says, and what only Lambda functions need not be";

    private static readonly IReadOnlyList<(string Modules, string Input, string Part, string Reason)> All =
    [
        // What says what holds without it, or nothing that AWS has.
        ("^target-group$", @"^(health_check|stickiness)\.enabled$", NotGiven, IsOn),
        ("^((application|network)-load-balancer|static-ip-alb)$", @"^(target_groups|ports)\.\*\.(health_check|stickiness)\.enabled$", NotGiven, IsOn),
        ("^(network-load-balancer|static-ip-alb)$", "^elastic_ips$", NothingDiffers, "every call gives the default: of addresses that it has made Terraform refuses to destroy any"),
        ("^(network-load-balancer|static-ip-alb)$", @"^(target_groups|ports)\.\*\.stickiness\.cookie_\w+$", NotGiven, "no group of a Network Load Balancer may have it"),
        ("^security-group$", @"^egress\.\*\.protocol$", NothingDiffers, "every call gives the default, but for all protocols, which have no ports"),
        ("^application-load-balancer$", @"^target_groups\.\*\.(target_group_health\.dns_failover(\.minimum_healthy_targets_count)?|load_balancing_algorithm)$", NothingDiffers, IsDefault),
        ("^static-ip-alb$", @"^sync\.state_bucket\.noncurrent_version_days$", NothingDiffers, "the calls that have a bucket made give the default"),
        (Tasks, @"^(operating_system_family|volumes\.\*\.efs\.transit_encryption|containers\.\*\.(port_mappings\[\]\.protocol|linux_parameters\.init_process_enabled))$", NothingDiffers, IsDefault),
        (Services, "^availability_zone_rebalancing$", NothingDiffers, IsDefault),
        (Tasks, @"^containers\.\*\.(port_mappings\[\]\.host_port|disable_networking)$", NotGiven, IsInJson),
        ("^(fargate-service|event-task)$", @"^containers\.\*\.linux_parameters\.tmpfs(\[\]\.mount_options)?$", NotGiven, IsInJson),
        ("^ec2-service$", "^network_mode$", NothingDiffers, "every call gives the default, or subnets, which tasks with another mode may not have"),
        (Tasks, @"^containers\.\*\.restart_policy\.enabled$", NotGiven, IsOn),
        (Services, "^(force_new_deployment|wait_for_steady_state)$", NotGiven, "says what an apply does; nothing in AWS has it"),
        ("^fargate-service$", @"^service_registry\.port$", NotGiven, "the calls name the container and its port"),
        (Services, "^desired_count$", "desired_count$", "the number is the scaling's, and Terraform does not look at it"),
        ("^certificate$", "^validation_timeout_minutes$", @"timeouts\.create$", "says how long an apply waits; nothing in AWS has it"),
        ("^dns-records$", @"^records\.\*\.overwrite$", "allow_overwrite$", "says what creating a record does; nothing in AWS has it"),

        // What stays in AWS.
        ("^application-load-balancer$", @"\.response_headers(\.\w+)?$", "routing_http_response_", "the provider sends no empty value, so AWS keeps the header; PLAN37 tells, and the description says so"),
        ("^application-load-balancer$", @"\.request_header_names(\.\w+)?$", "routing_http_request_", "the provider keeps the name; PLAN37 tells with the default to write, and the description says so"),

        (Tasks, "^fault_injection$", "enable_fault_injection$", "the provider keeps it for the next revision; PLAN37 tells, and the description says so"),
        (Services, @"^service_connect\.(namespace_arn|services\.\*\.client_dns_name)$", "service_connect_configuration", "ECS knows the default and the provider keeps the value; the description says so"),

        // What AWS does not read any more.
        (Services, "^alarms$", @"alarms\.(enable|rollback)$", "the provider plans no alarms and keeps the two switches beside them, which switch nothing then"),
        ("^(application|network)-load-balancer$", @"^(access|connection)_logs$", @"_logs\.(bucket|prefix)$", "the logs are off: the provider compares neither, and AWS reads neither"),
        ("^application-load-balancer$", @"\.mutual_authentication$", @"mutual_authentication\.", "the mode is off: AWS has no such setting then"),

        // What the provider refuses to plan.
        ("^network-load-balancer$", @"\.health_check$", "health_check\\[0\\]\\.(matcher|path)\" cannot be specified when", "the provider holds a check by TCP against the path and the matcher of the old one"),
    ];

    /// <summary>Those of a module.</summary>
    internal static ExemptionList Of(PublishedModule module) => new([.. All.Where(exemption => ExemptionList.Matches(module.Name, exemption.Modules)).Select(exemption => (exemption.Input, exemption.Part, exemption.Reason))]);
}
