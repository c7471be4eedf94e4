using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>An Application Load Balancer with its listeners, their rules and its target groups.</summary>
internal sealed class ApplicationLoadBalancerModule : ModuleDefinition
{
    private static readonly ModuleShape LoadBalancerShape = new()
    {
        LeftOut = new HashSet<string> { "name" },
        Held = new Dictionary<string, (string, string)> { ["webAclArn"] = ("web_acl", "arn") },
        Made = new Dictionary<Type, string> { [typeof(ITargetGroup)] = "aws_lb_target_group" },
        Secrets = new Dictionary<string, string>
        {
            ["listeners.*.defaultAction.authenticateOidc.clientSecret"] = OidcConditions.Secrets,
            ["listeners.*.rules.*.action.authenticateOidc.clientSecret"] = OidcConditions.Secrets,
        },
        Descriptions = new Dictionary<string, string>
        {
            ["listeners.*.rules.*.priority"] = "Its place among the listener's rules, 1 to 50000, the lowest first. Unless set, a number from 10000 on that comes from the rule's name alone, so that no other rule moves it. Set it for rules that can meet the same request.",
        },
        Blocks = new Dictionary<string, string>
        {
            ["listeners.*.rules.*.conditions.headers"] = "condition",
            ["listeners.*.rules.*.conditions.queryStrings"] = "condition",
        },
    };

    private static readonly ModuleShape TargetGroupShape = new()
    {
        LeftOut = new HashSet<string>([.. TargetGroupModule.LeftOut, "vpcId", "preserveClientIp", "proxyProtocolV2", "connectionTermination", "unhealthyConnectionTermination", "unhealthyDrainingIntervalSeconds"]),
        Added = [TargetGroupModule.TargetId("targets.*")],
    };

    internal override string Name => "application-load-balancer";

    internal override string Purpose => "Makes an Application Load Balancer with its listeners, their rules, and the target groups that they forward to.";

    internal override void Build(ModuleBuilder module)
    {
        LoadBalancerParts.AddName(module);
        var props = module.Read<ApplicationLoadBalancerProps>(LoadBalancerShape);
        module.AddSecrets(OidcConditions.Secrets, "The client secrets of OpenID Connect providers, by keys of your choice, which actions name. None unless set.");
        module.Add(new VariableAttribute("vpc_id", LoadBalancerParts.VpcId, false, null, "The VPC of the target groups; needed where there are some, but for those of Lambda functions."));
        var (key, group) = module.ReadMap<TargetGroupProps>("target_groups", "The target groups that it makes, by keys of letters, digits and hyphens, which actions name. None unless set.", TargetGroupShape);
        LoadBalancerParts.AddLogs(module, "access_logs", "connection_logs");
        module.MakeBlockOnlyWhere("aws_lb_listener.this", "mutual_authentication", Expression.Of("each.value.protocol == \"HTTPS\""));
        module.MakeOnlyWhere("aws_wafv2_web_acl_association.this", Expression.Of("var.web_acl != null"));

        var balancer = new ApplicationLoadBalancer(module.Scope, Symbols.Name, props);
        LoadBalancerParts.AddTargetGroups(module, key, TargetGroupModule.WithFunctions(module, group));

        AddConditions(module, key, group);
        LoadBalancerParts.RequireCertificatesOfRegion(module, """{ "listeners": { "https": { "port": 443, "protocol": "HTTPS", "certificate_arn": "arn:aws:acm:us-east-1:111122223333:certificate/a", "default_action": { "fixed_response": { "status_code": 404 } } } } }""");
        LoadBalancerParts.AddOutputs(module, balancer.LogicalId, balancer);
        module.AddOutputOfEach("listener_arns", "aws_lb_listener.this", "arn", "The listeners' ARNs, by their keys.");
        module.AddOutputOfEach("listener_rule_arns", "aws_lb_listener_rule.this", "arn", "The rules' ARNs, by the listener's key, a slash and the rule's.");
        module.AddOutputOfEach("target_group_arns", "aws_lb_target_group.this", "arn", "The target groups' ARNs, by their keys. They are known once the listeners and rules are made, for which a service of ECS must wait.", "aws_lb_listener.this", "aws_lb_listener_rule.this");
        module.AddOutputOfEach("target_group_names", "aws_lb_target_group.this", "name", "The target groups' names, by their keys.");
    }

    private static void AddConditions(ModuleBuilder module, string key, TargetGroupProps group)
    {
        module.Require("ALB005", "subnet_ids", "length(var.subnet_ids) >= 1 && length(distinct(var.subnet_ids)) == length(var.subnet_ids)", """{ "subnet_ids": ["subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60001"] }""");
        module.Require("groups", "A load balancer has 1 to 5 security groups (ALB011).", "security_group_ids", "length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5", """{ "security_group_ids": [] }""");
        module.Require("LB002", "name", """!startswith(var.name, "internal-")""", """{ "name": "internal-web" }""");
        module.Require("ALB012", "ip_address_type", """var.ip_address_type != "dualstack-without-public-ipv4" || !var.internal""", """{ "ip_address_type": "dualstack-without-public-ipv4", "internal": true }""");
        module.Require("LB018", "listeners", "length(distinct([for listener in var.listeners : listener.port])) == length(var.listeners)", Listeners("one", """{ "port": 80, "protocol": "HTTP", "default_action": { "fixed_response": { "status_code": 404 } } }""", """, "two": { "port": 80, "protocol": "HTTP", "default_action": { "fixed_response": { "status_code": 404 } } }"""));
        module.Require("LSN067", "listeners", "alltrue([\n  for listener in var.listeners : (listener.protocol == \"HTTPS\") == (listener.certificate_arn != null && listener.certificate_arn != \"\") && (listener.protocol == \"HTTPS\" || listener.ssl_policy == null)\n])", Listeners("https", """{ "port": 443, "protocol": "HTTPS", "default_action": { "fixed_response": { "status_code": 404 } } }"""));
        module.Require("LSN077", "listeners", "alltrue([\n  for listener in var.listeners : listener.protocol == \"HTTPS\" || length(listener.additional_certificate_arns) == 0\n])", Listeners("http", """{ "port": 80, "protocol": "HTTP", "additional_certificate_arns": { "a": "arn:aws:acm:eu-central-1:111122223333:certificate/a" }, "default_action": { "fixed_response": { "status_code": 404 } } }"""));
        module.Require("LSN069", "listeners", "alltrue([\n  for listener in var.listeners : listener.protocol == \"HTTPS\" || listener.default_action.authenticate_cognito == null && alltrue([for rule in listener.rules : rule.action.authenticate_cognito == null])\n])", Listeners("http", """{ "port": 80, "protocol": "HTTP", "default_action": { "authenticate_cognito": { "user_pool_arn": "a", "user_pool_client_id": "b", "user_pool_domain": "c" }, "fixed_response": { "status_code": 404 } } }"""));
        AddActionConditions(module);
        module.Require("target_group_key", "Every key that an action forwards to is one of target_groups (MAN006).", "listeners", OfEachReference("reference.key == null ? true : contains(keys(var.target_groups), reference.key)"), Forward("no-such"));
        module.Require("TG040", "listeners", OfEachReference("listener.protocol == \"HTTPS\" || !try(contains([\"HTTP2\", \"GRPC\"], var.target_groups[reference.key].protocol_version), false)"), $$"""{ "target_groups": { "orders": { "target_type": "ip", "port": 80, "protocol_version": "GRPC" } }, {{Forward("orders")[1..]}}""");
        module.Require("TG339", "listeners", OfEachReference("coalesce(var.ip_address_type, \"ipv4\") != \"ipv4\" || reference.key == null ? true : try(var.target_groups[reference.key].ip_address_type != \"ipv6\", true)"), $$"""{ "target_groups": { "orders": { "target_type": "ip", "port": 80, "ip_address_type": "ipv6" } }, "ip_address_type": "ipv4", {{Forward("orders")[1..]}}""");
        module.Require("LSN340", "listeners", OfEachAction("action.weighted_forward == null ? true : length(action.weighted_forward.target_groups) < 2 || action.weighted_forward.stickiness_seconds != null || !anytrue([for target in action.weighted_forward.target_groups : try(var.target_groups[target.target_group.key].stickiness.enabled, false)])"), $$"""{ "target_groups": { "blue": { "target_type": "ip", "port": 80, "stickiness": { "type": "lb_cookie" } }, "green": { "target_type": "ip", "port": 80 } }, {{Listeners("http", """{ "port": 80, "protocol": "HTTP", "default_action": { "weighted_forward": { "target_groups": [{ "target_group": { "key": "blue" }, "weight": 1 }, { "target_group": { "key": "green" }, "weight": 1 }] } } }""")[1..]}}""");
        LoadBalancerParts.RequireTlsPolicies(module, """{ "listeners": { "https": { "port": 443, "protocol": "HTTPS", "certificate_arn": "arn:aws:acm:eu-central-1:111122223333:certificate/a", "ssl_policy": "ELBSecurityPolicy-TLS13-1-3-2021-07", "default_action": { "fixed_response": { "status_code": 404 } } } } }""");
        module.Require("TG037", "target_groups", "alltrue([\n  for group in var.target_groups : group.target_type == \"lambda\" ? group.protocol == null : group.target_type != \"alb\" && contains([\"HTTP\", \"HTTPS\"], coalesce(group.protocol, \"HTTP\"))\n])", """{ "target_groups": { "orders": { "target_type": "ip", "protocol": "TCP", "port": 80 } }, "listeners": {} }""");
        LoadBalancerParts.RequireTargetGroupKeys(module, "target_groups", """{ "target_groups": { "no_key": { "target_type": "ip", "port": 80 } }, "listeners": {} }""");
        TargetGroupConditions.AddForEach(module, key, group with { VpcId = Expression.Of("var.vpc_id") with { IsOptional = true } });
        ListenerConditions.Add(module);
        OidcConditions.Add(module);
        foreach (var logs in new[] { "access_logs", "connection_logs" })
        {
            LoadBalancerParts.RequireLogs(module, logs);
        }
    }

    private static void AddActionConditions(ModuleBuilder module)
    {
        const string Ways = "length([for way in [action.forward != null, action.weighted_forward != null, action.redirect != null, action.fixed_response != null] : way if way])";
        module.Require("LSN068", "listeners", OfEachAction($"{Ways} == 1"), Listeners("http", """{ "port": 80, "protocol": "HTTP", "default_action": {} }"""));
        module.Require("reference", "Of key and arn, a target group is named by exactly one (MAN006).", "listeners", OfEachReference("(reference.key == null) != (reference.arn == null)"), Listeners("http", """{ "port": 80, "protocol": "HTTP", "default_action": { "forward": {} } }"""));
        module.Require("LSN075", "listeners", OfEachAction("action.weighted_forward == null ? true : length(action.weighted_forward.target_groups) >= 1 && length(action.weighted_forward.target_groups) <= 5 && alltrue([for target in action.weighted_forward.target_groups : target.weight >= 0 && target.weight <= 999])"), Listeners("http", """{ "port": 80, "protocol": "HTTP", "default_action": { "weighted_forward": { "target_groups": [] } } }"""));
        module.Require("LSN074", "listeners", OfEachAction("action.fixed_response == null ? true : floor(action.fixed_response.status_code / 100) != 3"), Listeners("http", """{ "port": 80, "protocol": "HTTP", "default_action": { "fixed_response": { "status_code": 301 } } }"""));
    }

    private static string OfEachAction(string condition) =>
        $"alltrue(flatten([\n  for listener in var.listeners : [\n    for action in concat([listener.default_action], [for rule in listener.rules : rule.action]) : {condition}\n  ]\n]))";

    private static string OfEachReference(string condition) => OfEachAction($"[\n      for reference in concat(action.forward[*], try(action.weighted_forward.target_groups[*].target_group, [])) : {condition}\n    ]");

    private static string Forward(string key) => Listeners("http", $$"""{ "port": 80, "protocol": "HTTP", "default_action": { "forward": { "key": "{{key}}" } } }""");

    private static string Listeners(string name, string listener, string more = "") => $$"""{ "listeners": { "{{name}}": {{listener}}{{more}} } }""";
}
