using System.Globalization;
using System.Text.RegularExpressions;
using Orchestrator.Review.Changes;

namespace Orchestrator.Modules.Tests.Changes;

/// <summary>What changes without a word of the review, as <c>TYPE ACTION</c> or <c>TYPE PATH DIRECTION</c>, each with the reason.</summary>
internal static class Untold
{
    private const string Widens = "is more than before, or comes back to AWS's default from less: nothing that worked stops";
    private const string Tuning = "says how fast or how far the number of tasks or instances follows the load; either way is meant";
    private const string Operations = "is for who looks after it: no request goes by it";
    private const string Key = "encrypts with another key of AWS: what may be read is the same";
    private const string Next = "holds for what is started next, and the plan shows what it says";
    private const string OneTask = "is a parameter of the task that is started, and the plan shows what it says";
    private const string Sync = "is how the sync looks and how fast it removes, within what the check allows: it goes on registering";
    private const string Maximum = "is slower, and a rollout still ends: one that never does is told";
    private const string Wording = "is what an answer says or how a session is kept: the same requests go to the same targets";
    private const string Priority = "leaves the order of the rules that take the same requests: where it does not, PLAN50 tells";
    private const string Anomaly = "is AWS's default: the targets are the same";
    private const string Certificate = "is of a certificate that no listener of the stack uses: where one does, PLAN15 tells";
    private const string Unattached = "is of a group that no load balancer of the stack has: where one does, PLAN39 tells";
    private const string ServiceConnect = "is how the proxy beside a task waits, listens or logs: the name and the port by which others reach it stay";

    private static readonly (string Part, string Reason)[] All =
    [
        (@"\w+ tags(_all)?\..+|\w+ (\w+\.)*tag_specifications\..+", Operations),
        (@"\w+ .+ (raised|on)", Widens),
        (@"(lb_target_group load_balancing_cross_zone_enabled|lb_listener_rule action\.0\.authenticate_cognito\.0\.on_unauthenticated_request) changed", Widens),
        (@"(s3_bucket|route53_zone) force_destroy off|route53_health_check disabled off|ecs_service force_new_deployment (off|removed)|scheduler_schedule (end|start)_date removed", Widens),
        (@"appautoscaling_policy .+|appautoscaling_scheduled_action .+|cloudwatch_metric_alarm .+|ecs_capacity_provider .+ lowered|ecs_service availability_zone_rebalancing off", Tuning),
        (@"cloudwatch_log_group .+|iam_role(_policy)? .+|(s3_bucket_)?lifecycle_configuration .+|s3_bucket_lifecycle_configuration replace|lb (access|connection)_logs\..+|ecs_cluster (configuration\.0\.execute_command_configuration|setting)(\..+)? .+|ecs_service (enable_execute_command off|propagate_tags changed|wait_for_steady_state off)|lambda_function tracing_config.+|instance (monitoring off|metadata_options\.0\.http_put_response_hop_limit lowered|metadata_options\.0\.http_tokens changed)|route53_zone comment changed|route53_record (allow_overwrite off|ttl lowered)|\w+ description (changed|removed)", Operations),
        (@".+kms_(master_)?key_(id|arn) (removed|changed)|s3_bucket_server_side_encryption_configuration .+|dynamodb_table server_side_encryption\.0\.enabled off", Key),
        (@"launch_template .+|ecs_task_definition volume changed|ecs_cluster service_connect_defaults changed|ecs_cluster_capacity_providers .+|ecs_service (ordered_placement_strategy|placement_constraints|platform_version) changed", Next),
        (@"cloudwatch_event_target .+|scheduler_schedule (target|flexible_time_window)\..+", OneTask),
        (@"ecs_service service_connect_configuration\..+|ecs_service service_registries\.0\.port removed", ServiceConnect),
        (@"lambda_function (environment\.0\.variables\.\w+|architectures|filename|memory_size|timeout) (changed|lowered)|scheduler_schedule schedule_expression changed", Sync),
        (@"ecs_service deployment_maximum_percent lowered", Maximum),
        (@"lb_listener default_action\.0\.(authenticate_oidc\.0\.authentication_request_extra_params\.\w+|fixed_response\.0\.(content_type|message_body)|forward\.0\.stickiness\.0\.duration) \w+|lb_listener_rule action\.0\.authenticate_cognito\.0\.(authentication_request_extra_params\.\w+|session_cookie_name) \w+", Wording),
        (@"lb_listener_rule priority (raised|lowered)", Priority),
        (@"lb_target_group load_balancing_anomaly_mitigation off", Anomaly),
        (@"acm_certificate replace", Certificate),
        (@"vpc_security_group_ingress_rule (delete|from_port lowered|ip_protocol changed)", Unattached),
    ];

    private static readonly HashSet<string> Used = [];

    /// <summary>The reasons that nothing needed.</summary>
    internal static IEnumerable<string> Unused => All.Select(entry => entry.Part).Except(Used);

    /// <summary>The parts of a change: what is made hurts nothing that is there, and noise is none.</summary>
    internal static IEnumerable<string> Of(ReviewedChange change) =>
        change.Noise is not null || change.Action == "create" ? []
        : change.Action == "update" ? change.Attributes.Where(attribute => attribute.After != "(known after apply)" && !IsFilledIn(attribute)).Select(attribute => $"{change.Type} {attribute.Path} {Direction(attribute.Before, attribute.After)}")
        : [$"{change.Type} {change.Action}"];

    /// <summary>Why a part may go untold; null where it may not.</summary>
    internal static string? ReasonOf(string part)
    {
        var found = All.FirstOrDefault(entry => Regex.IsMatch(part, $"^aws_({entry.Part})$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        if (found.Reason is not null)
        {
            Used.Add(found.Part);
        }
        return found.Reason;
    }

    /// <summary>Whether the provider fills in what AWS has anyway.</summary>
    private static bool IsFilledIn(AttributeChange attribute) => attribute.Before == attribute.After || attribute.Before == "(none)" && attribute.After is "0" or "false" or "\"\"" or "[]";

    private static string Direction(string before, string after) =>
        before == "(sensitive)" ? "changed"
        : after == "(none)" ? "removed"
        : before == "(none)" ? "set"
        : decimal.TryParse(before, CultureInfo.InvariantCulture, out var old) && decimal.TryParse(after, CultureInfo.InvariantCulture, out var now) ? now > old ? "raised" : "lowered"
        : after is "true" or "on" or "ENABLED" or "Enabled" or "enabled" ? "on"
        : after is "false" or "off" or "DISABLED" or "Suspended" or "disabled" ? "off"
        : "changed";
}
