using Orchestrator.Hcl.Expressions;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>What holds of the listeners of an Application Load Balancer and of their rules, as validations of the variable <c>listeners</c>.</summary>
internal static class ListenerConditions
{
    private const string Name = "listeners";
    private const string Action = """{ "fixed_response": { "status_code": 404 } }""";
    private const string Arn = "arn:aws:acm:eu-central-1:111122223333:certificate/a";
    private const string ConditionValues = "length(concat(rule.conditions.hosts, rule.conditions.paths, rule.conditions.methods, rule.conditions.source_cidrs, flatten(values(rule.conditions.headers)), flatten(rule.conditions.query_strings[*].any_of)))";
    private const string SessionOf = "coalesce(action.authenticate_cognito.session_timeout_seconds, 1)";

    /// <summary>Adds them.</summary>
    internal static void Add(ModuleBuilder module)
    {
        AddOfListeners(module);
        AddOfActions(module);
        AddOfRules(module);
    }

    private static void AddOfListeners(ModuleBuilder module)
    {
        module.Require("LSN076", Name, OfEachListener("listener.mutual_authentication == null ? true : (listener.protocol == \"HTTPS\" || listener.mutual_authentication.mode == \"off\") && (listener.mutual_authentication.mode == \"verify\" ? listener.mutual_authentication.trust_store_arn != null : listener.mutual_authentication.trust_store_arn == null && listener.mutual_authentication.ignore_client_certificate_expiry == null && listener.mutual_authentication.advertise_trust_store_ca_names == null)"), Https(""", "mutual_authentication": { "mode": "verify" }"""));
        LoadBalancerParts.RequireCertificates(module, Https("", "example.com"), Https($$""", "additional_certificate_arns": { "same": "{{Arn}}" }"""));
        AddHeader(module, "content_type_options", """value == "nosniff" """, "sniff");
        AddHeader(module, "frame_options", """contains(["DENY", "SAMEORIGIN"], value) || startswith(value, "ALLOW-FROM https://")""", "deny");
        AddHeader(module, "access_control_allow_credentials", """value == "true" """, "false");
        AddHeader(module, "access_control_max_age", """can(regex("^[0-9]{1,5}$", value)) && try(tonumber(value) <= 86400, false)""", "86401");
        AddHeader(module, "access_control_allow_methods", """value == "*" || alltrue([for method in split(",", value) : contains(["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"], trimspace(method))])""", "GET, FETCH");
        module.Require("LSN078", Name, OfEachListener("listener.request_header_names == null ? true : alltrue([for name in values(listener.request_header_names) : name == null ? true : listener.protocol == \"HTTPS\"])"), Http(""", "request_header_names": { "tls_version": "X-Version" }"""));
        module.Require("LSN078", Name, OfEachListener($"listener.request_header_names == null ? true : alltrue([for name in values(listener.request_header_names) : name == null ? true : {ListenerRules.HeaderName.Condition(Parser.Expression("name"))}])"), Https(""", "request_header_names": { "tls_version": "X Version" }"""));
    }

    private static void AddHeader(ModuleBuilder module, string header, string condition, string wrong) =>
        module.Require("LSN078", Name, OfEachListener($"alltrue([for value in try(listener.response_headers.{header}[*], []) : {condition.Trim()}])"), Http($$""", "response_headers": { "{{header}}": "{{wrong}}" }"""));

    private static void AddOfActions(ModuleBuilder module)
    {
        module.Require("LSN070", Name, OfEachAction($"action.authenticate_cognito == null ? true : {SessionOf} >= 1 && {SessionOf} <= 604800 && length(action.authenticate_cognito.extra_parameters) <= 10"), Https("", Arn, """{ "authenticate_cognito": { "user_pool_arn": "a", "user_pool_client_id": "b", "user_pool_domain": "c", "session_timeout_seconds": 604801 }, "fixed_response": { "status_code": 404 } }"""));
        module.Require("LSN071", Name, OfEachAction("action.redirect == null ? true : coalesce(action.redirect.path, \"/#{path}\") != \"/#{path}\" || coalesce(action.redirect.host, \"#{host}\") != \"#{host}\" || !contains([\"#{protocol}\", listener.protocol], coalesce(action.redirect.protocol, \"#{protocol}\")) || !contains([\"#{port}\", tostring(listener.port)], coalesce(action.redirect.port, \"#{port}\"))"), Http("", """{ "redirect": { "protocol": "HTTP", "port": "80" } }"""));
        module.Require("LSN072", Name, OfEachAction("action.redirect == null ? true : listener.protocol != \"HTTPS\" || action.redirect.protocol != \"HTTP\""), Https("", Arn, """{ "redirect": { "protocol": "HTTP" } }"""));
        module.Require("LSN074", Name, OfEachAction("try(length(action.fixed_response.message_body), 0) <= 1024"), Http("", $$"""{ "fixed_response": { "status_code": 404, "message_body": "{{new string('x', 1025)}}" } }"""));
        module.Require("LSN075", Name, OfEachAction("action.weighted_forward == null ? true : anytrue([for target in action.weighted_forward.target_groups : target.weight > 0]) && length(distinct([for target in action.weighted_forward.target_groups : target.target_group])) == length(action.weighted_forward.target_groups)"), Http("", """{ "weighted_forward": { "target_groups": [{ "target_group": { "key": "orders" }, "weight": 0 }] } }"""));
    }

    private static void AddOfRules(ModuleBuilder module)
    {
        module.Require("RULE080", Name, OfEachListener($"length(distinct([for key, rule in listener.rules : rule.priority != null ? rule.priority : {RulePriority.Expression(Expression.Of("key")).Syntax}])) == length(listener.rules)"), Http($$""", "rules": { "orders": { "conditions": { "paths": ["/orders"] }, "action": {{Action}} }, "report": { "priority": {{RulePriority.Of("orders")}}, "conditions": { "paths": ["/report"] }, "action": {{Action}} } }"""));
        module.Require("RULE081", Name, OfEachRule($"{ConditionValues} >= 1"), Conditions("{}"));
        module.Require("RULE081", Name, OfEachRule("alltrue([for values in values(rule.conditions.headers) : length(values) > 0]) && alltrue([for condition in rule.conditions.query_strings : length(condition.any_of) > 0])"), Conditions("""{ "paths": ["/"], "headers": { "X-Report": [] } }"""));
        module.Require("RULE083", Name, OfEachRule($"{ConditionValues} <= 5"), Conditions("""{ "paths": ["/1", "/2", "/3", "/4", "/5", "/6"] }"""));
        module.Require("RULE084", Name, OfEachRule("""length(regexall("[*?]", join("", compact(flatten([rule.conditions.hosts, rule.conditions.paths, [for header in values(rule.conditions.headers) : header], [for parameter in flatten(rule.conditions.query_strings[*].any_of) : concat(parameter.key[*], [parameter.value])]]))))) <= 6"""), Conditions("""{ "hosts": ["*.*.example.com"], "paths": ["/*/*/*", "/??"] }"""));
        module.Require("RULE085", Name, OfEachRule(Each("hosts", """length(value) <= 128 && can(regex("^[A-Za-z0-9*?._-]+$", value))""")), Conditions("""{ "hosts": ["shop example.com"] }"""));
        module.Require("RULE086", Name, OfEachRule(Each("paths", """length(value) <= 128 && can(regex("^[/*][A-Za-z0-9_.$/~\"'@:+&*?-]*$", value))""")), Conditions("""{ "paths": ["a b"] }"""));
        module.Require("RULE087", Name, OfEachRule("""alltrue([for name in keys(rule.conditions.headers) : can(regex("^[A-Za-z0-9!#$%&'+.^_`|~-]{1,40}$", name)) && lower(name) != "host"]) && alltrue([for value in flatten(values(rule.conditions.headers)) : length(value) >= 1 && length(value) <= 128])"""), Conditions("""{ "headers": { "Host": ["example.com"] } }"""));
        module.Require("RULE088", Name, OfEachRule(Each("methods", """can(regex("^[A-Z_-]{1,40}$", value))""")), Conditions("""{ "methods": ["get"] }"""));
        module.Require("RULE089", Name, OfEachRule(Each("source_cidrs", "try(cidrsubnet(value, 0, 0) == value, false)")), Conditions("""{ "source_cidrs": ["10.0.0.1/8"] }"""));
        module.Require("RULE194", Name, OfEachRule("alltrue([for value in flatten([for parameter in flatten(rule.conditions.query_strings[*].any_of) : concat(parameter.key[*], [parameter.value])]) : length(value) >= 1 && length(value) <= 128])"), Conditions("""{ "query_strings": [{ "any_of": [{ "value": "" }] }] }"""));
    }

    private static string Each(string property, string condition) => $"alltrue([for value in rule.conditions.{property} : {condition}])";

    private static string OfEachListener(string condition) => $"alltrue([\n  for listener in var.{Name} : {condition}\n])";

    private static string OfEachRule(string condition) => $"alltrue(flatten([\n  for listener in var.{Name} : [\n    for rule in listener.rules : {condition}\n  ]\n]))";

    /// <summary>A condition on every action, of listeners and of their rules.</summary>
    internal static string OfEachAction(string condition) => $"alltrue(flatten([\n  for listener in var.{Name} : [\n    for action in concat([listener.default_action], [for rule in listener.rules : rule.action]) : {condition}\n  ]\n]))";

    private static string Conditions(string conditions) => Http($$""", "rules": { "rule": { "conditions": {{conditions}}, "action": {{Action}} } }""");

    private static string Http(string more, string action = Action) => $$"""{ "{{Name}}": { "http": { "port": 80, "protocol": "HTTP", "default_action": {{action}}{{more}} } } }""";

    /// <summary>Listeners of which the only one is an HTTPS listener.</summary>
    internal static string Https(string more, string certificate = Arn, string action = Action) => $$"""{ "{{Name}}": { "https": { "port": 443, "protocol": "HTTPS", "certificate_arn": "{{certificate}}", "default_action": {{action}}{{more}} } } }""";
}
