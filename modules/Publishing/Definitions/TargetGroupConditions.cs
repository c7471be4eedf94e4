using System.Text.Json.Nodes;
using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Instances;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Publishing;

/// <summary>What holds of a target group, as validations: of a group's own variables, or of each group in a map of them.</summary>
internal static class TargetGroupConditions
{
    private const string Name = "target_groups";

    /// <summary>Groups that break what rules ask, by the rule and the property that a violation is told at, in the order of the rule's requirements.</summary>
    private static readonly ILookup<(string Rule, string Property), string> Violations = new (string Rule, string Property, string Group)[]
    {
        ("TG035", "port", """{ "target_type": "ip", "port": null }"""),
        ("TG035", "vpcId", """{ "target_type": "ip", "port": 80, "vpc_id": null }"""),
        ("TG036", "port", """{ "target_type": "lambda", "port": 80 }"""),
        ("TG036", "protocol", """{ "target_type": "lambda", "port": null, "protocol": "HTTP" }"""),
        ("TG036", "protocolVersion", """{ "target_type": "lambda", "port": null, "protocol_version": "HTTP1" }"""),
        ("TG036", "healthCheck.port", """{ "target_type": "lambda", "port": null, "health_check": { "port": "80" } }"""),
        ("TG036", "healthCheck.protocol", """{ "target_type": "lambda", "port": null, "health_check": { "protocol": "HTTP" } }"""),
        ("TG038", "protocol", """{ "target_type": "alb", "port": 80, "protocol": "TLS" }"""),
        ("TG040", "protocolVersion", """{ "target_type": "ip", "port": 80, "protocol": "TCP", "protocol_version": "HTTP2" }"""),
        ("TG041", "healthCheck.matcher", """{ "target_type": "ip", "port": 80, "protocol_version": "GRPC", "health_check": { "matcher": "12-0" } }"""),
        ("TG041", "healthCheck.path", """{ "target_type": "ip", "port": 80, "protocol_version": "GRPC", "health_check": { "path": "/health" } }"""),
        ("TG042", "healthCheck.matcher", """{ "target_type": "ip", "port": 80, "health_check": { "matcher": "200-500" } }"""),
        ("TG043", "healthCheck.protocol", """{ "target_type": "alb", "port": 80, "health_check": { "protocol": "TCP" } }"""),
        ("TG043", "healthCheck.protocol", """{ "target_type": "ip", "port": 80, "protocol": "HTTP", "health_check": { "protocol": "TCP" } }"""),
        ("TG044", "healthCheck.path", """{ "target_type": "ip", "port": 80, "protocol": "TCP", "health_check": { "path": "/health" } }"""),
        ("TG044", "healthCheck.matcher", """{ "target_type": "ip", "port": 80, "protocol": "TCP", "health_check": { "matcher": "200" } }"""),
        ("TG047", "healthCheck.timeoutSeconds", """{ "target_type": "ip", "port": 80, "health_check": { "interval_seconds": 5 } }"""),
        ("TG051", "healthCheck.enabled", """{ "target_type": "ip", "port": 80, "health_check": { "enabled": false } }"""),
        ("TG052", "deregistrationDelaySeconds", """{ "target_type": "lambda", "port": null, "deregistration_delay_seconds": 30 }"""),
        ("TG053", "slowStartSeconds", """{ "target_type": "ip", "port": 80, "protocol": "TCP", "slow_start_seconds": 30 }"""),
        ("TG053", "slowStartSeconds", """{ "target_type": "ip", "port": 80, "slow_start_seconds": 29 }"""),
        ("TG054", "slowStartSeconds", """{ "target_type": "ip", "port": 80, "slow_start_seconds": 30, "load_balancing_algorithm": "weighted_random" }"""),
        ("TG055", "loadBalancingAlgorithm", """{ "target_type": "ip", "port": 80, "protocol": "TCP", "load_balancing_algorithm": "round_robin" }"""),
        ("TG055", "anomalyMitigation", """{ "target_type": "ip", "port": 80, "protocol": "TCP", "anomaly_mitigation": false }"""),
        ("TG055", "anomalyMitigation", """{ "target_type": "ip", "port": 80, "anomaly_mitigation": true }"""),
        ("TG056", "stickiness.type", """{ "target_type": "lambda", "port": null, "stickiness": { "type": "lb_cookie" } }"""),
        ("TG057", "stickiness.cookieName", """{ "target_type": "ip", "port": 80, "stickiness": { "type": "app_cookie" } }"""),
        ("TG057", "stickiness.cookieName", """{ "target_type": "ip", "port": 80, "stickiness": { "type": "app_cookie", "cookie_name": "awsalbapp" } }"""),
        ("TG059", "preserveClientIp", """{ "target_type": "ip", "port": 80, "protocol": "HTTP", "preserve_client_ip": true }"""),
        ("TG059", "proxyProtocolV2", """{ "target_type": "ip", "port": 80, "protocol": "HTTP", "proxy_protocol_v2": true }"""),
        ("TG059", "connectionTermination", """{ "target_type": "ip", "port": 80, "protocol": "HTTP", "connection_termination": true }"""),
        ("TG059", "unhealthyConnectionTermination", """{ "target_type": "ip", "port": 80, "protocol": "HTTP", "unhealthy_connection_termination": false }"""),
        ("TG059", "unhealthyDrainingIntervalSeconds", """{ "target_type": "ip", "port": 80, "protocol": "HTTP", "unhealthy_draining_interval_seconds": 60 }"""),
        ("TG060", "preserveClientIp", """{ "target_type": "ip", "port": 80, "protocol": "UDP", "preserve_client_ip": false }"""),
        ("TG061", "unhealthyDrainingIntervalSeconds", """{ "target_type": "ip", "port": 80, "protocol": "TCP", "unhealthy_draining_interval_seconds": 60 }"""),
        ("TG061", "unhealthyConnectionTermination", """{ "target_type": "ip", "port": 80, "protocol": "UDP", "unhealthy_connection_termination": true }"""),
        ("TG064", "lambdaMultiValueHeaders", """{ "target_type": "ip", "port": 80, "lambda_multi_value_headers": true }"""),
        ("TG066", "proxyProtocolV2", """{ "target_type": "alb", "port": 80, "proxy_protocol_v2": true }"""),
    }.ToLookup(violation => (violation.Rule, violation.Property), violation => violation.Group);

    private static readonly Constraint Instance = VariableReader.FormsOf(typeof(ExistingInstance), nameof(ExistingInstance.Id)).Single().Constraint;
    private static readonly Constraint Function = VariableReader.FormsOf(typeof(TargetProps), nameof(TargetProps.FunctionArn)).Single().Constraint;

    /// <summary>What is asked of a group with its targets, which a module calls by one attribute whatever they are; each with the variable that it is a validation of and a group that breaks it.</summary>
    private static readonly IReadOnlyList<(string Rule, string Variable, string Condition, string Violation)> OfTargets =
    [
        ("TG039", "targets", """group.target_type != "alb" || length(group.targets) <= 1""", """{ "target_type": "alb", "port": 80, "targets": { "one": { "target_id": "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/one/0a1b2c3d4e5f6071" }, "two": { "target_id": "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/two/0a1b2c3d4e5f6072" } } }"""),
        ("TG065", "targets", """group.target_type == "ip" || alltrue([for target in group.targets : target.availability_zone == null])""", """{ "target_type": "instance", "port": 80, "targets": { "one": { "target_id": "i-0a1b2c3d4e5f60718", "availability_zone": "all" } } }"""),
        ("TG065", "targets", """group.target_type != "ip" || alltrue([for target in group.targets : can(cidrhost("${target.target_id}/${strcontains(target.target_id, ":") ? 128 : 32}", 0))])""", """{ "target_type": "ip", "port": 80, "targets": { "one": { "target_id": "10.0.0.256" } } }"""),
        ("TG065", "targets", $$"""alltrue([for target in group.targets : target.availability_zone != "all" || strcontains(target.target_id, ":") || anytrue([for block in [{{string.Join(", ", TargetRules.PrivateBlocks.Select(block => $"\"{block}\""))}}] : try(cidrsubnet("${target.target_id}/${split("/", block)[1]}", 0, 0) == block, false)])])""", """{ "target_type": "ip", "port": 80, "targets": { "one": { "target_id": "192.0.2.1", "availability_zone": "all" } } }"""),
        ("TG196", "targets", """alltrue([for target in group.targets : can(regex({ instance = "^i-", ip = "^[0-9A-Fa-f.:]+$", lambda = "^arn:[^:]+:lambda:", alb = "^arn:[^:]+:elasticloadbalancing:[^:]*:[^:]*:loadbalancer/app/\\S+$" }[group.target_type], target.target_id))])""", """{ "target_type": "instance", "port": 80, "targets": { "one": { "target_id": "10.0.0.1" } } }"""),
        ("TG334", "cross_zone", """group.cross_zone != "false" ? true : group.target_type != "lambda" && (!contains(["instance", "ip"], group.target_type) || !contains(["HTTP", "HTTPS"], coalesce(group.protocol, "HTTP")) || !try(group.stickiness.enabled, false) && alltrue([for target in group.targets : coalesce(target.availability_zone, "-") != "all"]))""", """{ "target_type": "ip", "port": 80, "cross_zone": "false", "stickiness": { "type": "lb_cookie" } }"""),
        ("TG335", "target_group_health", """group.target_group_health == null ? true : alltrue([for share in ["minimum_healthy_targets_count", "minimum_healthy_targets_percentage"] : try(tonumber(group.target_group_health.dns_failover[share]) >= tonumber(group.target_group_health.unhealthy_state_routing[share]), true)])""", """{ "target_type": "ip", "port": 80, "target_group_health": { "dns_failover": { "minimum_healthy_targets_count": "1" }, "unhealthy_state_routing": { "minimum_healthy_targets_count": "3" } } }"""),
        ("TG338", "targets", """group.target_type != "ip" || alltrue([for target in group.targets : strcontains(target.target_id, ":") == (group.ip_address_type == "ipv6")])""", """{ "target_type": "ip", "port": 80, "ip_address_type": "ipv6", "targets": { "one": { "target_id": "10.0.0.1" } } }"""),
        ("NET343", "targets", $$"""group.target_type != "instance" || alltrue([for target in group.targets : {{Instance.Condition(Syntax.Of("target").Attribute("target_id"))}}])""", """{ "target_type": "instance", "port": 80, "targets": { "one": { "target_id": "i-app" } } }"""),
        ("ARN345", "targets", $$"""group.target_type != "lambda" || alltrue([for target in group.targets : {{Function.Condition(Syntax.Of("target").Attribute("target_id"))}}])""", """{ "target_type": "lambda", "port": null, "targets": { "one": { "target_id": "arn:aws:lambda:eu-central-1:111122223333:a b" } } }"""),
        ("TG197", "targets", """length(distinct([for target in group.targets : "${target.target_id} ${coalesce(target.port, group.port, -1)}"])) == length(group.targets)""", """{ "target_type": "ip", "port": 80, "targets": { "one": { "target_id": "10.0.0.1" }, "two": { "target_id": "10.0.0.1", "port": 80 } } }"""),
        ("TG197", "targets", """group.target_type != "lambda" || length(group.targets) <= 1""", """{ "target_type": "lambda", "port": null, "targets": { "one": { "target_id": "arn:aws:lambda:eu-central-1:111122223333:function:one" }, "two": { "target_id": "arn:aws:lambda:eu-central-1:111122223333:function:two" } } }"""),
    ];

    /// <summary>Adds those of a module whose variables are one group's.</summary>
    internal static void AddForOne(ModuleBuilder module, TargetGroupProps group)
    {
        var unset = ModuleText.Example("target-group", "complete").Select(variable => variable.Key).Except(ModuleText.Example("target-group", "minimal").Select(variable => variable.Key)).ToList();
        module.RequireRules(group, condition => condition, (rule, property, index) => Alone(Violations[(rule, property)].ElementAt(index)));
        foreach (var (rule, variable, condition, violation) in OfTargets)
        {
            module.Require(rule, variable, condition.Trim().Replace("group.", "var.", StringComparison.Ordinal), Alone(violation));
        }

        string Alone(string violation)
        {
            var variables = JsonNode.Parse(violation)!.AsObject();
            foreach (var name in unset.Where(name => !variables.ContainsKey(name)))
            {
                variables[name] = null;
            }
            return variables.ToJsonString();
        }
    }

    /// <summary>Adds those of a module that makes the groups of its variable <c>target_groups</c>.</summary>
    /// <param name="module">The module.</param>
    /// <param name="key">The symbol of a group's key.</param>
    /// <param name="group">The group that stands for each of them.</param>
    internal static void AddForEach(ModuleBuilder module, string key, TargetGroupProps group)
    {
        var collection = module.Symbols.Of(key);
        module.RequireRules(group, condition => collection.All(condition), (rule, property, index) => InMap(Violations[(rule, property)].ElementAt(index)));
        foreach (var (rule, _, condition, violation) in OfTargets)
        {
            module.Require(rule, Name, $"alltrue([\n  for group in var.{Name} : {condition.Trim()}\n])", InMap(violation));
        }

        string InMap(string violation)
        {
            var variables = new JsonObject { [Name] = new JsonObject { ["wrong"] = JsonNode.Parse(violation) }, ["listeners"] = new JsonObject() };
            // The VPC is that of all groups.
            if (variables[Name]!["wrong"]!.AsObject().Remove("vpc_id"))
            {
                variables["vpc_id"] = null;
            }
            return variables.ToJsonString();
        }
    }

    /// <summary>Whether a matcher is a list of codes and of ascending ranges of them, all within two bounds.</summary>
    /// <param name="matcher">The matcher, as an expression.</param>
    /// <param name="first">The lowest code, as an expression.</param>
    /// <param name="last">The highest code, as an expression.</param>
    internal static string Matcher(string matcher, string first, string last) =>
        $$"""can(regex("^[0-9]{1,3}(-[0-9]{1,3})?(,[0-9]{1,3}(-[0-9]{1,3})?)*$", {{matcher}})) && alltrue([for code in regexall("[0-9]+", {{matcher}}) : tonumber(code) >= {{first}} && tonumber(code) <= {{last}}]) && alltrue([for ends in regexall("([0-9]+)-([0-9]+)", {{matcher}}) : tonumber(ends[0]) <= tonumber(ends[1])])""";
}
