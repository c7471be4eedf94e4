using System.Text.Json.Nodes;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Publishing;

/// <summary>What holds between the properties of a target group, as validations: of a group's own variables, or of each group in a map of them.</summary>
internal static class TargetGroupConditions
{
    private const string Name = "target_groups";
    private const string Protocol = """coalesce(group.protocol, group.target_type == "alb" ? "TCP" : "HTTP")""";
    private const string IsHttp = $"contains([\"HTTP\", \"HTTPS\"], {Protocol})";
    private const string IsOfTargets = """contains(["instance", "ip"], group.target_type)""";
    private const string IsDatagram = $"contains([\"UDP\", \"TCP_UDP\"], {Protocol})";
    private const string SlowStart = "coalesce(group.slow_start_seconds, 0)";
    private const string Algorithm = """coalesce(group.load_balancing_algorithm, "round_robin")""";

    /// <summary>
    /// Each with the variable that it is a validation of in a module of one group, and a group that breaks it. Terraform has no two variables whose validations look at each other, so of
    /// several it is that which no other validation looks at.
    /// </summary>
    private static readonly IReadOnlyList<(string Rule, string Variable, string Condition, string Violation)> All =
    [
        ("TG036", "health_check", """group.target_type != "lambda" || (group.port == null && group.protocol == null && group.health_check.port == null && group.health_check.protocol == null)""", """{ "target_type": "lambda", "port": 80 }"""),
        ("TG036", "protocol_version", """group.target_type != "lambda" || group.protocol_version == null""", """{ "target_type": "lambda", "port": null, "protocol_version": "HTTP1" }"""),
        ("TG038", "protocol", """group.target_type != "alb" || coalesce(group.protocol, "TCP") == "TCP" """, """{ "target_type": "alb", "port": 80, "protocol": "TLS" }"""),
        ("TG039", "targets", """group.target_type != "alb" || length(group.targets) <= 1""", """{ "target_type": "alb", "port": 80, "targets": { "one": { "target_id": "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/one/0a1b2c3d4e5f6071" }, "two": { "target_id": "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/two/0a1b2c3d4e5f6072" } } }"""),
        ("TG040", "protocol_version", $"""group.protocol_version == null || group.target_type == "lambda" || {IsHttp}""", """{ "target_type": "ip", "port": 80, "protocol": "TCP", "protocol_version": "HTTP2" }"""),
        ("TG041", "health_check", $$"""group.protocol_version != "GRPC" || ((group.health_check.matcher == null ? true : {{Matcher("group.health_check.matcher", "0", "99")}}) && (group.health_check.path == null ? true : can(regex("^/[A-Za-z0-9_.]+/[A-Za-z0-9_]+$", group.health_check.path))))""", """{ "target_type": "ip", "port": 80, "protocol_version": "GRPC", "health_check": { "matcher": "12-0" } }"""),
        ("TG042", "health_check", $"""group.health_check.matcher == null || group.health_check.protocol == "TCP" ? true : {Matcher("group.health_check.matcher", $"({IsHttp} ? 0 : 200)", $"({IsHttp} ? 499 : 599)")}""", """{ "target_type": "ip", "port": 80, "health_check": { "matcher": "200-500" } }"""),
        ("TG042", "health_check", """group.health_check.matcher == null || group.protocol_version == "GRPC" ? true : alltrue([for code in regexall("[0-9]+", group.health_check.matcher) : tonumber(code) >= 200])""", """{ "target_type": "ip", "port": 80, "protocol_version": "HTTP1", "health_check": { "matcher": "99" } }"""),
        ("TG043", "health_check", $"""group.target_type == "lambda" || group.health_check.protocol != "TCP" || (group.target_type != "alb" && !{IsHttp})""", """{ "target_type": "alb", "port": 80, "health_check": { "protocol": "TCP" } }"""),
        ("TG044", "health_check", $"""!{IsOfTargets} || {IsHttp} || coalesce(group.health_check.protocol, "TCP") != "TCP" || (group.health_check.path == null && group.health_check.matcher == null)""", """{ "target_type": "ip", "port": 80, "protocol": "TCP", "health_check": { "path": "/health" } }"""),
        ("TG047", "health_check", $"""group.target_type == "lambda" ? {Waits("30", "<", "35")} : {IsHttp} ? {Waits("5", "<", "30")} : {Waits("2", "<=", "30")}""", """{ "target_type": "ip", "port": 80, "health_check": { "interval_seconds": 5 } }"""),
        ("TG051", "health_check", """coalesce(group.health_check.enabled, true) || group.target_type == "lambda" """, """{ "target_type": "ip", "port": 80, "health_check": { "enabled": false } }"""),
        ("TG052", "deregistration_delay_seconds", """group.deregistration_delay_seconds == null || group.target_type != "lambda" """, """{ "target_type": "lambda", "port": null, "deregistration_delay_seconds": 30 }"""),
        ("TG053", "slow_start_seconds", $"{SlowStart} == 0 || ({SlowStart} >= 30 && {SlowStart} <= 900 && {IsOfTargets} && {IsHttp})", """{ "target_type": "ip", "port": 80, "slow_start_seconds": 29 }"""),
        ("TG054", "slow_start_seconds", $"""{SlowStart} == 0 || {Algorithm} == "round_robin" """, """{ "target_type": "ip", "port": 80, "slow_start_seconds": 30, "load_balancing_algorithm": "weighted_random" }"""),
        ("TG055", "anomaly_mitigation", $"""(group.anomaly_mitigation == null && group.load_balancing_algorithm == null || {IsOfTargets} && {IsHttp}) && (!coalesce(group.anomaly_mitigation, false) || {Algorithm} == "weighted_random")""", """{ "target_type": "ip", "port": 80, "anomaly_mitigation": true }"""),
        ("TG056", "stickiness", $"""group.stickiness == null ? true : group.target_type != "lambda" && (group.stickiness.type == "source_ip" ? contains(["TCP", "UDP", "TCP_UDP"], {Protocol}) : {IsHttp})""", """{ "target_type": "lambda", "port": null, "stickiness": { "type": "lb_cookie" } }"""),
        ("TG057", "stickiness", """group.stickiness == null ? true : group.stickiness.type != "app_cookie" || !startswith(upper(coalesce(group.stickiness.cookie_name, "AWSALB")), "AWSALB")""", """{ "target_type": "ip", "port": 80, "stickiness": { "type": "app_cookie", "cookie_name": "awsalbapp" } }"""),
        ("TG059", "preserve_client_ip", $"""group.target_type != "lambda" && !{IsHttp} || (group.preserve_client_ip == null && group.proxy_protocol_v2 == null && group.connection_termination == null && group.unhealthy_connection_termination == null && group.unhealthy_draining_interval_seconds == null)""", """{ "target_type": "ip", "port": 80, "protocol": "HTTP", "preserve_client_ip": true }"""),
        ("TG060", "preserve_client_ip", $"group.preserve_client_ip != false || !{IsDatagram}", """{ "target_type": "ip", "port": 80, "protocol": "UDP", "preserve_client_ip": false }"""),
        ("TG061", "unhealthy_connection_termination", $"(coalesce(group.unhealthy_draining_interval_seconds, 0) == 0 || group.unhealthy_connection_termination == false) && (group.unhealthy_connection_termination != true || !{IsDatagram})", """{ "target_type": "ip", "port": 80, "protocol": "TCP", "unhealthy_draining_interval_seconds": 60 }"""),
        ("TG064", "lambda_multi_value_headers", """group.lambda_multi_value_headers == null || group.target_type == "lambda" """, """{ "target_type": "ip", "port": 80, "lambda_multi_value_headers": true }"""),
        ("TG065", "targets", """group.target_type == "ip" || alltrue([for target in group.targets : target.availability_zone == null])""", """{ "target_type": "instance", "port": 80, "targets": { "one": { "target_id": "i-0a1b2c3d4e5f60718", "availability_zone": "all" } } }"""),
        ("TG065", "targets", """group.target_type != "ip" || alltrue([for target in group.targets : can(cidrhost("${target.target_id}/${strcontains(target.target_id, ":") ? 128 : 32}", 0))])""", """{ "target_type": "ip", "port": 80, "targets": { "one": { "target_id": "10.0.0.256" } } }"""),
        // What is in the VPC may have any address, since the VPC's own blocks are not known.
        ("TG065", "targets", $$"""alltrue([for target in group.targets : target.availability_zone != "all" || strcontains(target.target_id, ":") || anytrue([for block in [{{string.Join(", ", TargetRules.PrivateBlocks.Select(block => $"\"{block}\""))}}] : try(cidrsubnet("${target.target_id}/${split("/", block)[1]}", 0, 0) == block, false)])])""", """{ "target_type": "ip", "port": 80, "targets": { "one": { "target_id": "192.0.2.1", "availability_zone": "all" } } }"""),
        ("TG066", "proxy_protocol_v2", """group.target_type != "alb" || group.proxy_protocol_v2 != true""", """{ "target_type": "alb", "port": 80, "proxy_protocol_v2": true }"""),
        ("TG196", "targets", """alltrue([for target in group.targets : can(regex({ instance = "^i-", ip = "^[0-9A-Fa-f.:]+$", lambda = "^arn:[^:]+:lambda:", alb = "^arn:[^:]+:elasticloadbalancing:.*:loadbalancer/app/" }[group.target_type], target.target_id))])""", """{ "target_type": "instance", "port": 80, "targets": { "one": { "target_id": "10.0.0.1" } } }"""),
        ("TG197", "targets", """length(distinct([for target in group.targets : "${target.target_id} ${coalesce(target.port, group.port, -1)}"])) == length(group.targets)""", """{ "target_type": "ip", "port": 80, "targets": { "one": { "target_id": "10.0.0.1" }, "two": { "target_id": "10.0.0.1", "port": 80 } } }"""),
        ("TG197", "targets", """group.target_type != "lambda" || length(group.targets) <= 1""", """{ "target_type": "lambda", "port": null, "targets": { "one": { "target_id": "arn:aws:lambda:eu-central-1:111122223333:function:one" }, "two": { "target_id": "arn:aws:lambda:eu-central-1:111122223333:function:two" } } }"""),
    ];

    /// <summary>Adds those of a module whose variables are one group's.</summary>
    internal static void AddForOne(ModuleBuilder module)
    {
        var unset = ModuleText.Example("target-group", "complete").Select(variable => variable.Key).Except(ModuleText.Example("target-group", "minimal").Select(variable => variable.Key)).ToList();
        foreach (var (rule, variable, condition, violation) in All)
        {
            var variables = JsonNode.Parse(violation)!.AsObject();
            foreach (var name in unset.Where(name => !variables.ContainsKey(name)))
            {
                variables[name] = null;
            }
            module.Require(rule, variable, condition.Trim().Replace("group.", "var.", StringComparison.Ordinal), variables.ToJsonString());
        }
    }

    /// <summary>Adds those of a module that makes the groups of its variable <c>target_groups</c>; those about attributes that its groups do not have are left out.</summary>
    internal static void AddForEach(ModuleBuilder module)
    {
        var attributes = ((ObjectType)((MapType)module.Variables.Single(variable => variable.Name == Name).Type).Element).Attributes.Select(attribute => attribute.Name).ToHashSet();
        foreach (var (rule, variable, condition, violation) in All.Where(candidate => AttributesIn(candidate.Condition).All(attributes.Contains)))
        {
            module.Require(rule, Name, $"alltrue([\n  for group in var.{Name} : {condition.Trim()}\n])", $$"""{ "{{Name}}": { "wrong": {{violation}} }, "listeners": {} }""");
        }
    }

    private static IEnumerable<string> AttributesIn(string condition) => condition.Split("group.").Skip(1).Select(part => new string([.. part.TakeWhile(character => char.IsAsciiLetterOrDigit(character) || character == '_')]));

    /// <summary>How the timeout compares with the interval, each by its default where it is not set.</summary>
    private static string Waits(string timeout, string comparison, string interval) => $"coalesce(group.health_check.timeout_seconds, {timeout}) {comparison} coalesce(group.health_check.interval_seconds, {interval})";

    /// <summary>Whether a matcher is a list of codes and of ascending ranges of them, all within two bounds.</summary>
    /// <param name="matcher">The matcher, as an expression.</param>
    /// <param name="first">The lowest code, as an expression.</param>
    /// <param name="last">The highest code, as an expression.</param>
    internal static string Matcher(string matcher, string first, string last) =>
        $$"""can(regex("^[0-9]{1,3}(-[0-9]{1,3})?(,[0-9]{1,3}(-[0-9]{1,3})?)*$", {{matcher}})) && alltrue([for code in regexall("[0-9]+", {{matcher}}) : tonumber(code) >= {{first}} && tonumber(code) <= {{last}}]) && alltrue([for ends in regexall("([0-9]+)-([0-9]+)", {{matcher}}) : tonumber(ends[0]) <= tonumber(ends[1])])""";
}
