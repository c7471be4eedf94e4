using System.Text.Json.Nodes;
using Orchestrator.Modules.Publishing;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Tests.Publishing;

public sealed class GeneralizerTests
{
    private static readonly Dictionary<string, Expression> None = [];

    private readonly Symbols _symbols = new();

    [Fact]
    public void A_name_that_is_the_modules_own_is_a_variable() =>
        Assert.Equal("""{"resource":{"aws_lb":{"this":{"name":"${var.name}","tags":{"Name":"${var.name}-web"}}}}}""", Of("aws_lb", "Each0Key", """{ "name": "Each0Key", "tags": { "Name": "Each0Key-web" } }"""));

    [Fact]
    public void What_has_a_key_in_its_name_is_repeated_and_so_are_references_to_it()
    {
        var listeners = _symbols.Add("var.listeners", "listener", false);

        Assert.Equal(
            """{"resource":{"aws_lb_listener":{"this":{"for_each":"${var.listeners}","port":"${each.value.port}","load_balancer_arn":"${aws_lb.this.arn}","tags":{"Name":"${each.key}"},"alpn_policy":"${aws_lb_listener.this[each.key].id}"}}}}""",
            Of("aws_lb_listener", $"Each0Key_{listeners.Key}", $$"""{ "port": "${{{listeners.Item}}.port}", "load_balancer_arn": "${aws_lb.Each0Key.arn}", "tags": { "Name": "{{listeners.Key}}" }, "alpn_policy": "${aws_lb_listener.Each0Key_{{listeners.Key}}.id}" }"""));
    }

    [Fact]
    public void A_collection_in_a_collection_becomes_one_map()
    {
        var listeners = _symbols.Add("var.listeners", "listener", false);
        var rules = _symbols.Add($"{listeners.Item}.rules", "rule", false);

        var module = JsonNode.Parse(Of("aws_lb_listener_rule", $"Each0Key_{listeners.Key}_{rules.Key}", $$"""{ "priority": "${{{rules.Item}}.priority}", "listener_arn": "${aws_lb_listener.Each0Key_{{listeners.Key}}.arn}" }"""))!;

        Assert.Equal("""{"for_each":"${local.listener_rules}","priority":"${each.value.rule.priority}","listener_arn":"${aws_lb_listener.this[each.value.listener_key].arn}"}""", module["resource"]!["aws_lb_listener_rule"]!["this"]!.ToJsonString(Options));
        Assert.Contains("for rule_key, rule in listener.rules : \"${listener_key}/${rule_key}\" => {", (string?)module["locals"]!["listener_rules"], StringComparison.Ordinal);
    }

    [Fact]
    public void Collections_may_be_nested_as_deeply_as_anybody_wants()
    {
        var listeners = _symbols.Add("var.listeners", "listener", false);
        var rules = _symbols.Add($"{listeners.Item}.rules", "rule", false);
        var targets = _symbols.Add($"{rules.Item}.targets", "target", false);
        var tags = _symbols.Add($"{targets.Item}.tags", "tag", false);

        var module = JsonNode.Parse(Of("aws_lb_listener_rule", $"Each0Key_{listeners.Key}_{rules.Key}_{targets.Key}_{tags.Key}", $$"""{ "priority": "${{{rules.Item}}.priority}", "listener_arn": "${aws_lb_listener.Each0Key_{{listeners.Key}}_{{rules.Key}}.arn}" }"""))!;

        Assert.Equal(
            """{"for_each":"${local.listener_rule_target_tags}","priority":"${var.listeners[each.value.listener_key].rules[each.value.rule_key].priority}","listener_arn":"${aws_lb_listener.this[\"${each.value.listener_key}/${each.value.rule_key}\"].arn}"}""",
            module["resource"]!["aws_lb_listener_rule"]!["this"]!.ToJsonString(Options));
        Assert.Equal(
            """
            ${merge([
              for listener_key, listener in var.listeners : merge([
                for rule_key, rule in listener.rules : merge([
                  for target_key, target in rule.targets : {
                    for tag_key, tag in target.tags : "${listener_key}/${rule_key}/${target_key}/${tag_key}" => {
                      listener_key = listener_key
                      rule_key = rule_key
                      target_key = target_key
                      tag_key = tag_key
                      tag = tag
                    }
                  }
                ]...)
              ]...)
            ]...)}
            """,
            (string?)module["locals"]!["listener_rule_target_tags"]);
    }

    [Fact]
    public void A_block_in_which_all_comes_from_an_object_that_may_be_null_is_there_only_when_that_is()
    {
        _symbols.AddOptional("var.stickiness", Appearance.ObjectIsSet);
        _symbols.AddOptional("var.stickiness.cookie", Appearance.ScalarIsSet);

        Assert.Equal(
            """{"resource":{"aws_lb_target_group":{"this":{"dynamic":{"stickiness":[{"for_each":"${var.stickiness[*]}","content":{"type":"${stickiness.value.type}","cookie_name":"${stickiness.value.cookie}"}}]}}}}}""",
            Of("aws_lb_target_group", "Each0Key", """{ "stickiness": { "type": "${var.stickiness.type}", "cookie_name": "${var.stickiness.cookie}" } }"""));
    }

    [Fact]
    public void A_block_with_something_that_is_always_there_stays()
    {
        _symbols.AddOptional("var.check.path", Appearance.ScalarIsSet);

        Assert.Equal(
            """{"resource":{"aws_lb_target_group":{"this":{"health_check":[{"path":"${var.check.path}","protocol":"${var.protocol}"}]}}}}""",
            Of("aws_lb_target_group", "Each0Key", """{ "health_check": { "path": "${var.check.path}", "protocol": "${var.protocol}" } }"""));
    }

    [Fact]
    public void What_something_is_looked_up_in_says_nothing_of_whether_it_is_there()
    {
        _symbols.AddOptional("var.login", Appearance.ObjectIsSet);

        Assert.Equal(
            """{"resource":{"aws_lb_listener":{"this":{"dynamic":{"default_action":[{"for_each":"${var.login[*]}","content":{"target_group_arn":"${var.secrets[default_action.value.key]}"}}]}}}}}""",
            Of("aws_lb_listener", "Each0Key", """{ "default_action": { "target_group_arn": "${var.secrets[var.login.key]}" } }"""));
    }

    [Fact]
    public void An_attribute_of_an_object_that_may_be_null_is_no_error()
    {
        _symbols.AddOptional("var.headers", Appearance.ObjectIsSet);

        Assert.Equal(
            """{"resource":{"aws_lb_listener":{"this":{"ssl_policy":"${try(var.headers.policy, null)}"}}}}""",
            Of("aws_lb_listener", "Each0Key", """{ "ssl_policy": "${var.headers.policy}" }"""));
    }

    [Fact]
    public void A_list_and_a_map_of_plain_values_are_the_callers()
    {
        var subnets = _symbols.Add("var.subnet_ids", "subnet_id", true, isList: true);
        var tags = _symbols.Add("var.tags", "tag", true);

        Assert.Equal(
            """{"resource":{"aws_lb":{"this":{"subnets":"${var.subnet_ids}","tags":"${merge({ Name = var.name }, var.tags)}"}}}}""",
            Of("aws_lb", "Each0Key", $$"""{ "subnets": ["${{{subnets.Item}}}"], "tags": { "Name": "Each0Key", "{{tags.Key}}": "${{{tags.Item}}}" } }"""));
    }

    [Fact]
    public void A_list_in_an_expression_has_an_element_for_each_of_a_collection()
    {
        var containers = _symbols.Add("var.containers", "container", false);
        var secrets = _symbols.Add($"{containers.Item}.secrets", "secret", true);

        Assert.Equal(
            """{"resource":{"aws_lb":{"this":{"name":"${compact(concat([\"a\"], [for container_key, container in var.containers : container_key], flatten([for container in var.containers : [for secret in container.secrets : secret]])))}"}}}}""",
            Of("aws_lb", "Each0Key", $$"""{ "name": "${compact([\"a\", \"{{containers.Key}}\", {{secrets.Item}}])}" }"""));
    }

    [Fact]
    public void An_object_in_an_expression_has_the_entries_of_a_collection_and_its_own()
    {
        var options = _symbols.Add("var.log.options", "option", true);
        _symbols.AddOptional("var.log", Appearance.ObjectIsSet);

        Assert.Equal(
            """{"resource":{"aws_lb":{"this":{"name":"${jsonencode(merge({ group = \"a\" }, try(var.log.options, {})))}"}}}}""",
            Of("aws_lb", "Each0Key", $$"""{ "name": "${jsonencode({ group = \"a\", {{options.Key}} = {{options.Item}} })}" }"""));
    }

    [Fact]
    public void What_refers_to_a_resource_that_is_not_always_made_gets_null_without_it()
    {
        var module = new Generalizer(_symbols, new Dictionary<string, Expression> { ["aws_iam_role.task"] = Expression.Of("var.enabled") }, None, None)
            .Generalize(JsonNode.Parse("""{ "resource": { "aws_iam_role": { "Each0Key_task": {} }, "aws_iam_role_policy": { "Each0Key": { "role": "${aws_iam_role.Each0Key_task.name}" } } } }""")!.AsObject());

        Assert.Equal("${one(aws_iam_role.task[*].name)}", (string?)module["resource"]!["aws_iam_role_policy"]!["this"]!["role"]);
    }

    [Fact]
    public void A_resource_that_is_not_always_made_is_counted()
    {
        _symbols.AddOptional("var.web_acl", Appearance.ObjectIsSet);

        var module = new Generalizer(_symbols, new Dictionary<string, Expression> { ["aws_wafv2_web_acl_association.this"] = Expression.Of("var.web_acl != null") }, None, None)
            .Generalize(JsonNode.Parse("""{ "resource": { "aws_wafv2_web_acl_association": { "Each0Key": { "web_acl_arn": "${var.web_acl.arn}" } } } }""")!.AsObject());

        Assert.Equal("""{"count":"${var.web_acl != null ? 1 : 0}","web_acl_arn":"${var.web_acl.arn}"}""", module["resource"]!["aws_wafv2_web_acl_association"]!["this"]!.ToJsonString(Options));
    }

    [Fact]
    public void A_resource_with_a_condition_on_an_element_is_made_for_those_of_which_it_holds()
    {
        var groups = _symbols.Add("var.groups", "group", false);
        var targets = _symbols.Add($"{groups.Item}.targets", "target", false);

        Assert.Equal("${{ for key, group in var.groups : key => group if group.type == \"lambda\" }}", ForEach($"Each0Key_{groups.Key}"));
        Assert.Equal("${{ for key, target in local.group_targets : key => target if var.groups[target.group_key].type == \"lambda\" }}", ForEach($"Each0Key_{groups.Key}_{targets.Key}"));

        string? ForEach(string logicalId) => (string?)new Generalizer(_symbols, new Dictionary<string, Expression> { ["aws_lambda_permission.this"] = Expression.Of($"{groups.Item}.type == \"lambda\"") }, None, None)
            .Generalize(new JsonObject { ["resource"] = new JsonObject { ["aws_lambda_permission"] = new JsonObject { [logicalId] = new JsonObject() } } })["resource"]!["aws_lambda_permission"]!["this"]!["for_each"];
    }

    [Fact]
    public void A_list_in_an_expression_does_not_repeat_the_block_that_it_is_in()
    {
        var ports = _symbols.Add("var.ports", "port", false);

        Assert.Equal(
            """{"resource":{"aws_lambda_function":{"sync":{"environment":[{"variables":{"TARGETS":"${join(\",\", [for port_key, port in var.ports : \"${port.number}=${aws_lb_target_group.this[port_key].arn}\"])}"}}]}}}}""",
            Of("aws_lambda_function", "Each0Key_sync", $$$"""{ "environment": { "variables": { "TARGETS": "${join(\",\", [\"${{{{ports.Item}}}.number}=${aws_lb_target_group.Each0Key_{{{ports.Key}}}.arn}\"])}" } } }"""));
    }

    [Fact]
    public void A_list_in_an_expression_that_is_repeated_already_stays()
    {
        var ports = _symbols.Add("var.ports", "port", false);

        Assert.Equal(
            """{"resource":{"aws_lb_listener":{"this":{"for_each":"${var.ports}","alpn_policy":"${jsonencode([each.value.number, local.names[each.key]])}"}}}}""",
            Of("aws_lb_listener", $"Each0Key_{ports.Key}", $$"""{ "alpn_policy": "${jsonencode([{{ports.Item}}.number, local.names[{{ports.Key}}]])}" }"""));
    }

    [Fact]
    public void What_is_made_for_two_collections_is_made_for_every_pair()
    {
        var (ports, peers) = (_symbols.Add("var.ports", "port", false), _symbols.Add("var.allow_from", "peer", false));

        var module = JsonNode.Parse(Of("aws_vpc_security_group_ingress_rule", $"Each0Key_balancer_{ports.Key}-{peers.Key}", $$"""{ "from_port": "${{{ports.Item}}.number}", "cidr_ipv4": "${{{peers.Item}}.cidr_ipv4}" }"""))!;

        Assert.Equal("""{"for_each":"${local.port_allow_from}","from_port":"${var.ports[each.value.port_key].number}","cidr_ipv4":"${each.value.peer.cidr_ipv4}"}""", module["resource"]!["aws_vpc_security_group_ingress_rule"]!["balancer"]!.ToJsonString(Options));
        Assert.Contains("for peer_key, peer in var.allow_from : \"${port_key}/${peer_key}\" => {", (string?)module["locals"]!["port_allow_from"], StringComparison.Ordinal);
    }

    private static System.Text.Json.JsonSerializerOptions Options { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private string Of(string type, string logicalId, string body) =>
        new Generalizer(_symbols, None, None, None)
            .Generalize(new JsonObject { ["resource"] = new JsonObject { [type] = new JsonObject { [logicalId] = JsonNode.Parse(body) } } })
            .ToJsonString(Options);
}
