using Orchestrator.Modules.Findings;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>A security group with its rules.</summary>
internal sealed class SecurityGroupModule : ModuleDefinition
{
    internal override string Name => "security-group";

    internal override string Purpose => "Makes a security group that is closed in both directions but for the rules that it is given, each a resource of its own.";

    internal override void Build(ModuleBuilder module)
    {
        module.AddName("What the group's name begins with; AWS gets a unique ending, so that a replacement can exist beside it.", new TextMatching("^[a-zA-Z0-9 ._\\-:/()#,@\\[\\]+=&;{}!$*]+$", 229, "1 to 229 of the ASCII characters a-z A-Z 0-9, space and ._-:/()#,@[]+=&;{}!$*"), "SG095");
        var self = new VariableAttribute("self", ScalarType.Boolean, false, false, "The peers: whatever is in the group itself.");
        var props = module.Read<SecurityGroupProps>(new ModuleShape
        {
            LeftOut = new HashSet<string> { "name" },
            Added = [("ingress.*", self), ("egress.*", self)],
        });
        var group = new SecurityGroup(module.Scope, Symbols.Name, props with { Ingress = WithPeers(props.Ingress), Egress = WithPeers(props.Egress) });
        module.Require("SG095", "name", "!startswith(var.name, \"sg-\")", """{ "name": "sg-checkout" }""");
        module.Require("SG095", "description", "var.description != \"\"", """{ "description": "" }""");
        AddConditions(module, "ingress");
        AddConditions(module, "egress");
        module.AddOutput("id", group.Id, "The group's id, for what is placed in it and for rules that name it.");
        module.AddOutput("arn", Expression.Attribute("aws_security_group", group.LogicalId, "arn"), "The group's ARN.");
        module.AddOutputOfEach("ingress_rule_ids", "aws_vpc_security_group_ingress_rule.this", "security_group_rule_id", "The ids of the ingress rules, by their keys.");
        module.AddOutputOfEach("egress_rule_ids", "aws_vpc_security_group_egress_rule.this", "security_group_rule_id", "The ids of the egress rules, by their keys.");
    }

    /// <summary>A peer that may be the group itself, which only the caller knows.</summary>
    private static Dictionary<string, SecurityGroupRuleProps> WithPeers(IReadOnlyDictionary<string, SecurityGroupRuleProps> rules) => rules.ToDictionary(
        rule => rule.Key,
        rule => rule.Value with { SecurityGroup = new ExistingSecurityGroup(Expression.Of($"{Collection.ItemOf(rule.Key)}.self ? aws_security_group.{Symbols.Name}.id : {Collection.ItemOf(rule.Key)}.security_group_id")) });

    /// <summary>Adds what holds of the peers in a map of rules.</summary>
    /// <param name="module">The module.</param>
    /// <param name="variable">The map.</param>
    /// <param name="others">Expressions of further peers that a rule may have, null where it has not.</param>
    internal static void AddPeerConditions(ModuleBuilder module, string variable, params IReadOnlyList<string> others)
    {
        module.Require(
            "SG091",
            variable,
            $"alltrue(flatten([\n  for rule in var.{variable} : [\n    for block in compact([rule.cidr_ipv4, rule.cidr_ipv6]) : try(cidrsubnet(block, 0, 0) == block, false)\n  ]\n]))",
            $$"""{ "{{variable}}": { "host": { "port": 443, "cidr_ipv4": "10.0.0.1/8" } } }""");
        module.Require(
            "SG091",
            variable,
            $"alltrue([\n  for rule in var.{variable} : try(!strcontains(rule.cidr_ipv4, \":\"), true) && try(strcontains(rule.cidr_ipv6, \":\"), true)\n])",
            $$"""{ "{{variable}}": { "host": { "port": 443, "cidr_ipv4": "2001:db8::/32" } } }""");
        module.Require(
            "SG094",
            variable,
            $"alltrue([\n  for rule in var.{variable} : length(compact([{string.Join(", ", ["rule.cidr_ipv4", "rule.cidr_ipv6", "rule.prefix_list_id", "rule.security_group_id", .. others])}])) == 1\n])",
            $$"""{ "{{variable}}": { "two": { "port": 443, "cidr_ipv4": "10.0.0.0/8", "prefix_list_id": "pl-0a1b2c3d4e5f60718" } } }""");
    }

    private static void AddConditions(ModuleBuilder module, string direction)
    {
        AddPeerConditions(module, direction, "rule.self ? \"self\" : null");
        module.Require(
            "SG093",
            direction,
            $"alltrue([\n  for rule in var.{direction} : (rule.protocol == \"all\") == (rule.port == null && rule.from_port == null && rule.to_port == null) || rule.protocol == \"icmpv6\"\n])",
            $$"""{ "{{direction}}": { "all": { "protocol": "all", "port": 443, "cidr_ipv4": "10.0.0.0/8" } } }""");
        module.Require(
            "SG093",
            direction,
            $"alltrue([\n  for rule in var.{direction} : rule.port != null || (rule.from_port == null) == (rule.to_port == null)\n])",
            $$"""{ "{{direction}}": { "half": { "from_port": 443, "cidr_ipv4": "10.0.0.0/8" } } }""");
        module.Require(
            "SG092",
            direction,
            $"alltrue([\n  for rule in var.{direction} : rule.port == null || rule.from_port == null && rule.to_port == null\n])",
            $$"""{ "{{direction}}": { "both": { "port": 443, "from_port": 443, "to_port": 444, "cidr_ipv4": "10.0.0.0/8" } } }""");
        module.Require(
            "SG092",
            direction,
            $"alltrue(flatten([\n  for rule in var.{direction} : [\n    for number in concat(rule.port[*], rule.from_port[*], rule.to_port[*]) : startswith(rule.protocol, \"icmp\") ? number <= 255 : rule.protocol == \"all\" || number >= 0\n  ]\n]))",
            $$"""{ "{{direction}}": { "every": { "port": -1, "cidr_ipv4": "10.0.0.0/8" } } }""");
        module.Require(
            "SG092",
            direction,
            $"alltrue([\n  for rule in var.{direction} : rule.from_port == null || rule.to_port == null ? true : startswith(rule.protocol, \"icmp\") ? rule.from_port != -1 || rule.to_port == -1 : rule.from_port <= rule.to_port\n])",
            $$"""{ "{{direction}}": { "range": { "from_port": 444, "to_port": 443, "cidr_ipv4": "10.0.0.0/8" } } }""");
        module.Require(
            "SG097",
            direction,
            $"length(distinct([for rule in var.{direction} : [rule.protocol, coalesce(rule.port, rule.from_port, -1), coalesce(rule.port, rule.to_port, -1), coalesce(rule.cidr_ipv4, rule.cidr_ipv6, rule.prefix_list_id, rule.security_group_id, \"self\")]])) == length(var.{direction})",
            $$"""{ "{{direction}}": { "one": { "port": 443, "cidr_ipv4": "10.0.0.0/8" }, "same": { "from_port": 443, "to_port": 443, "cidr_ipv4": "10.0.0.0/8" } } }""");
    }
}
