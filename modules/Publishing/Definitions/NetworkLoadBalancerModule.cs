using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>A Network Load Balancer with its Elastic IPs, listeners and target groups.</summary>
internal sealed class NetworkLoadBalancerModule : ModuleDefinition
{
    private static readonly ModuleShape LoadBalancerShape = new()
    {
        LeftOut = new HashSet<string> { "name", "listeners.*.weightedForward" },
        Required = new HashSet<string> { "listeners.*.forward" },
        Made = new Dictionary<Type, string> { [typeof(ITargetGroup)] = "aws_lb_target_group" },
        Descriptions = new Dictionary<string, string>
        {
            ["elasticIps"] = "Whether an Elastic IP is made for each mapping, under the mapping's key, and kept from being destroyed by prevent_destroy. They are not unless set; an internal load balancer has none.",
            ["subnetMappings"] = "Where it is: one subnet in each Availability Zone, by keys of your choice, of which the zone's name is a good one. Adding one is possible in place; removing or swapping one replaces the load balancer.",
        },
    };

    private static readonly ModuleShape TargetGroupShape = new()
    {
        LeftOut = new HashSet<string>([.. TargetGroupModule.LeftOut, "vpcId", "protocolVersion", "slowStartSeconds", "loadBalancingAlgorithm", "anomalyMitigation", "lambdaMultiValueHeaders"]),
        Added = [TargetGroupModule.TargetId("targets.*")],
    };

    internal override string Name => "network-load-balancer";

    internal override string Purpose => "Makes a Network Load Balancer with its listeners, the target groups that they forward to and, where wanted, an Elastic IP for each subnet.";

    internal override void Build(ModuleBuilder module)
    {
        LoadBalancerParts.AddName(module);
        var props = module.Read<NetworkLoadBalancerProps>(LoadBalancerShape);
        module.Add(new VariableAttribute("vpc_id", LoadBalancerParts.VpcId, false, null, "The VPC of the target groups; needed where there are some."));
        var (key, group) = module.ReadMap<TargetGroupProps>("target_groups", "The target groups that it makes, by keys of letters, digits and hyphens, which listeners name. None unless set.", TargetGroupShape);
        LoadBalancerParts.AddLogs(module, "access_logs");
        module.MakeOnlyWhere("aws_eip.this", Expression.Of("var.elastic_ips"));

        var balancer = new NetworkLoadBalancer(module.Scope, Symbols.Name, props with { SubnetMappings = LoadBalancerParts.WithZones(props.SubnetMappings) });
        LoadBalancerParts.AddTargetGroups(module, key, TargetGroupModule.WithTargets(group));

        AddConditions(module, key, group);
        SubnetConditions.Add(module, """ "listeners": {}, """);
        LoadBalancerParts.RequireCertificatesOfRegion(module, """{ "listeners": { "tls": { "port": 443, "protocol": "TLS", "certificate_arn": "arn:aws:acm:us-east-1:111122223333:certificate/a", "forward": { "key": "app" } } } }""");
        LoadBalancerParts.AddOutputs(module, balancer.LogicalId, balancer);
        module.AddOutputOfEach("addresses", "aws_eip.this", "public_ip", "The addresses of its Elastic IPs, which clients can pin, by the keys of the subnet mappings.");
        module.AddOutputOfEach("listener_arns", "aws_lb_listener.this", "arn", "The listeners' ARNs, by their keys.");
        module.AddOutputOfEach("target_group_arns", "aws_lb_target_group.this", "arn", "The target groups' ARNs, by their keys. They are known once the listeners are made, for which a service of ECS must wait.", "aws_lb_listener.this");
        module.AddOutputOfEach("target_group_names", "aws_lb_target_group.this", "name", "The target groups' names, by their keys.");
    }

    private static void AddConditions(ModuleBuilder module, string key, TargetGroupProps group)
    {
        const string Arn = "arn:aws:acm:eu-central-1:111122223333:certificate/a";
        const string Tcp = """{ "port": 443, "protocol": "TCP", "forward": { "key": "app" } }""";
        module.Require("LB002", "name", """!startswith(var.name, "internal-")""", """{ "name": "internal-edge" }""");
        module.Require("NLB187", "subnet_mappings", "length(var.subnet_mappings) >= 1 && length(distinct(values(var.subnet_mappings)[*].subnet_id)) == length(var.subnet_mappings)", """{ "subnet_mappings": { "a": { "subnet_id": "subnet-0a1b2c3d4e5f60001" }, "b": { "subnet_id": "subnet-0a1b2c3d4e5f60001" } } }""");
        module.Require("NLB020", "subnet_mappings", "alltrue([\n  for mapping in var.subnet_mappings : var.internal ? mapping.allocation_id == null : mapping.private_ipv4_address == null\n])", """{ "internal": false, "subnet_mappings": { "a": { "subnet_id": "subnet-0a1b2c3d4e5f60001", "private_ipv4_address": "10.0.0.10" } } }""");
        module.Require("elastic_ips", "Elastic IPs are made for an internet-facing load balancer, whose mappings then name none of their own (NLB020).", "elastic_ips", "!var.elastic_ips || (!var.internal && alltrue([for mapping in var.subnet_mappings : mapping.allocation_id == null]))", """{ "elastic_ips": true, "internal": true }""");
        module.Require("NLB022", "security_group_ids", "length(var.security_group_ids) <= 5", """{ "security_group_ids": ["sg-0a1b2c3d4e5f60001", "sg-0a1b2c3d4e5f60002", "sg-0a1b2c3d4e5f60003", "sg-0a1b2c3d4e5f60004", "sg-0a1b2c3d4e5f60005", "sg-0a1b2c3d4e5f60006"] }""");
        module.Require("NLB182", "ip_address_type", """var.ip_address_type != "dualstack-without-public-ipv4" """.Trim(), """{ "ip_address_type": "dualstack-without-public-ipv4" }""");
        module.Require("NLB024", "listeners", "alltrue([\n  for listener in var.listeners : (listener.protocol == \"TLS\") == (listener.certificate_arn != null) && (listener.protocol == \"TLS\" || (listener.ssl_policy == null && listener.alpn_policy == null))\n])", """{ "listeners": { "tls": { "port": 443, "protocol": "TLS", "forward": { "key": "app" } } } }""");
        module.Require("idle_timeout", "Only a TCP listener has an idle timeout (NLB026).", "listeners", "alltrue([\n  for listener in var.listeners : listener.tcp_idle_timeout_seconds == null || listener.protocol == \"TCP\"\n])", """{ "listeners": { "udp": { "port": 53, "protocol": "UDP", "tcp_idle_timeout_seconds": 60, "forward": { "key": "dns" } } } }""");
        module.Require("reference", "Of key and arn, a target group is named by exactly one (MAN006).", "listeners", "alltrue([\n  for listener in var.listeners : (listener.forward.key == null) != (listener.forward.arn == null)\n])", """{ "listeners": { "tcp": { "port": 443, "protocol": "TCP", "forward": {} } } }""");
        module.Require("target_group_key", "Every key that a listener forwards to is one of target_groups (MAN006).", "listeners", "alltrue([\n  for listener in var.listeners : listener.forward.key == null ? true : contains(keys(var.target_groups), listener.forward.key)\n])", """{ "listeners": { "tcp": { "port": 443, "protocol": "TCP", "forward": { "key": "no-such" } } } }""");
        module.Require("LB018", "listeners", "length(distinct([for listener in var.listeners : listener.port])) == length(var.listeners)", $$"""{ "listeners": { "one": {{Tcp}}, "two": {{Tcp}} } }""");
        module.Require("TG037", "target_groups", "alltrue([\n  for group in var.target_groups : contains([\"TCP\", \"TLS\", \"UDP\", \"TCP_UDP\"], coalesce(group.protocol, group.target_type == \"alb\" ? \"TCP\" : \"HTTP\"))\n])", """{ "target_groups": { "app": { "target_type": "ip", "port": 80 } }, "listeners": {} }""");
        module.Require("TG339", "listeners", "coalesce(var.ip_address_type, \"ipv4\") != \"ipv4\" || alltrue([\n  for listener in var.listeners : listener.forward.key == null ? true : try(var.target_groups[listener.forward.key].ip_address_type != \"ipv6\", true)\n])", """{ "ip_address_type": "ipv4", "target_groups": { "six": { "target_type": "ip", "port": 80, "protocol": "TCP", "ip_address_type": "ipv6" } }, "listeners": { "tcp": { "port": 443, "protocol": "TCP", "forward": { "key": "six" } } } }""");
        module.Require("NLB341", "listeners", "alltrue([\n  for listener in var.listeners : listener.protocol != \"TLS\" || listener.forward.key == null ? true : try(var.target_groups[listener.forward.key].target_type != \"alb\", true)\n])", $$"""{ "target_groups": { "web": { "target_type": "alb", "port": 80, "protocol": "TCP" } }, "listeners": { "tls": { "port": 443, "protocol": "TLS", "certificate_arn": "{{Arn}}", "forward": { "key": "web" } } } }""");
        module.Require("LSN077", "listeners", "alltrue([\n  for listener in var.listeners : listener.protocol == \"TLS\" || length(listener.additional_certificate_arns) == 0\n])", $$"""{ "listeners": { "tcp": { "port": 443, "protocol": "TCP", "additional_certificate_arns": { "a": "{{Arn}}" }, "forward": { "key": "app" } } } }""");
        LoadBalancerParts.RequireTlsPolicies(module, $$"""{ "listeners": { "tls": { "port": 443, "protocol": "TLS", "certificate_arn": "{{Arn}}", "ssl_policy": "ELBSecurityPolicy-TLS13-1-3-2021-07", "forward": { "key": "app" } } } }""");
        LoadBalancerParts.RequireTargetGroupKeys(module, "target_groups", """{ "target_groups": { "no_key": { "target_type": "ip", "port": 80 } }, "listeners": {} }""");
        TargetGroupConditions.AddForEach(module, key, group with { VpcId = Expression.Of("var.vpc_id") with { IsOptional = true } });
        LoadBalancerParts.RequireLogs(module, "access_logs");
        module.Require("NLB021", "subnet_mappings", "length([for mapping in var.subnet_mappings : mapping if mapping.allocation_id != null]) == 0 || length(distinct([for mapping in var.subnet_mappings : mapping.allocation_id if mapping.allocation_id != null])) == length(var.subnet_mappings)", """{ "internal": false, "subnet_mappings": { "a": { "subnet_id": "subnet-0a1b2c3d4e5f60001", "allocation_id": "eipalloc-0a1b2c3d4e5f60001" }, "b": { "subnet_id": "subnet-0a1b2c3d4e5f60002" } } }""");
        module.Require("NLB027", "listeners", "var.ip_address_type != \"dualstack\" || alltrue([for listener in var.listeners : !contains([\"UDP\", \"TCP_UDP\"], listener.protocol)])", """{ "ip_address_type": "dualstack", "listeners": { "dns": { "port": 53, "protocol": "UDP", "forward": { "key": "dns" } } } }""");
        module.Require("NLB028", "listeners", "alltrue([\n  for listener in var.listeners : try(contains({ TCP = [\"TCP\", \"TCP_UDP\"], TLS = [\"TLS\", \"TCP\"], UDP = [\"UDP\", \"TCP_UDP\"], TCP_UDP = [\"TCP_UDP\"] }[listener.protocol], coalesce(var.target_groups[listener.forward.key].protocol, \"TCP\")), true)\n])", """{ "listeners": { "udp": { "port": 53, "protocol": "UDP", "forward": { "key": "app" } } } }""");
        module.Require("NLB189", "subnet_mappings", "coalesce(var.ip_address_type, \"ipv4\") == \"dualstack\" || alltrue([for mapping in var.subnet_mappings : mapping.ipv6_address == null])", """{ "ip_address_type": "ipv4", "subnet_mappings": { "a": { "subnet_id": "subnet-0a1b2c3d4e5f60001", "ipv6_address": "2001:db8::1" } } }""");
        module.Require("NLB189", "subnet_mappings", "alltrue([\n  for mapping in var.subnet_mappings : (mapping.private_ipv4_address == null ? true : can(cidrnetmask(\"${mapping.private_ipv4_address}/32\"))) && (mapping.ipv6_address == null ? true : can(cidrhost(\"${mapping.ipv6_address}/128\", 0)))\n])", """{ "subnet_mappings": { "a": { "subnet_id": "subnet-0a1b2c3d4e5f60001", "private_ipv4_address": "10.0.1.0/24" } } }""");
        module.Require("NLB190", "minimum_capacity_units", "var.minimum_capacity_units == null ? true : var.minimum_capacity_units >= 1 && alltrue([for listener in var.listeners : listener.protocol != \"TLS\"])", """{ "minimum_capacity_units": 100 }""");
        LoadBalancerParts.RequireCertificates(module, Tls("example.com", ""), Tls(Arn, $$""", "additional_certificate_arns": { "same": "{{Arn}}" }"""));
    }

    private static string Tls(string certificate, string more) => $$"""{ "listeners": { "tls": { "port": 443, "protocol": "TLS", "certificate_arn": "{{certificate}}"{{more}}, "forward": { "key": "app" } } } }""";
}
