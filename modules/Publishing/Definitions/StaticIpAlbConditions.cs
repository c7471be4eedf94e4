using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.StaticIp;

namespace Orchestrator.Modules.Publishing;

/// <summary>What holds between the variables of static addresses.</summary>
internal static class StaticIpAlbConditions
{
    internal static void Add(ModuleBuilder module)
    {
        module.Require("LB002", "name", """!startswith(var.name, "internal-")""", """{ "name": "internal-edge" }""");
        AddMode(module);
        AddAddresses(module);
        AddPorts(module);
        SecurityGroupModule.AddPeerConditions(module, "allow_from");
        SecurityGroupModule.AddPeerConditions(module, "allow_to");
        AddFunction(module);
        SubnetConditions.Add(module);
        AddApplicationLoadBalancer(module);
    }

    private static void AddMode(ModuleBuilder module)
    {
        // Of validations that refer to each other's variables Terraform makes a cycle, so mode has none.
        module.Require("SYNC262", "preserve_client_ip", "var.mode == \"lambdaSync\" || var.preserve_client_ip != false", """{ "mode": "albTarget", "preserve_client_ip": false, "ports": { "https": { "port": 443 } } }""");
        module.Require("SYNC262", "ports", "var.mode == \"lambdaSync\" || alltrue([\n  for port in var.ports : port.deregistration_delay_seconds == null && port.connection_termination == null && port.unhealthy_connection_termination == null && port.stickiness == null && port.target_group_health == null\n])", """{ "mode": "albTarget" }""");
        module.Require("SYNC263", "application_load_balancer_dns_name", """var.mode != "lambdaSync" || var.application_load_balancer_dns_name != null""", """{ "application_load_balancer_dns_name": null }""");
        module.Require("SYNC266", "allow_to", "length(var.allow_to) >= 1", """{ "allow_to": {} }""");
        module.Require("SYNC267", "preserve_client_ip", "var.mode != \"lambdaSync\" || var.preserve_client_ip != true || anytrue([\n  for peer in var.allow_to : peer.security_group_id != null\n])", """{ "preserve_client_ip": true, "allow_to": { "subnets": { "cidr_ipv4": "10.1.0.0/16" } } }""");
    }

    /// <summary>Adds what holds of the Application Load Balancer behind target groups of type alb. With lambdaSync it may be where the provider cannot look.</summary>
    private static void AddApplicationLoadBalancer(ModuleBuilder module)
    {
        const string Application = "data.aws_lb.application";
        module.Add(new DataSource("aws_lb", "application", """{ "count": "${var.mode == \"albTarget\" ? 1 : 0}", "arn": "${var.application_load_balancer_arn}" }""")
        {
            Answer = """{ "idle_timeout": 60, "load_balancer_type": "application", "vpc_id": "vpc-0a1b2c3d4e5f60718" }""",
            Actions = ["elasticloadbalancing:DescribeLoadBalancerAttributes", "elasticloadbalancing:DescribeLoadBalancers", "elasticloadbalancing:DescribeTags"],
        });
        Require("SYNC262", $"{Application}[0].load_balancer_type == \"application\" && {Application}[0].vpc_id == var.vpc_id", $"${{{Application}[0].load_balancer_type}} in ${{{Application}[0].vpc_id}}", """{ "vpc_id": "vpc-0a1b2c3d4e5f60719" }""", "Behind albTarget is an Application Load Balancer in the same VPC.");
        Require("SYNC163", $"{Application}[0].idle_timeout <= coalesce(each.value.tcp_idle_timeout_seconds, {StaticIpRules.DefaultTcpIdleTimeout})", $"${{{Application}[0].idle_timeout}} seconds", """{ "idle_timeout": 351 }""");

        void Require(string rule, string condition, string got, string answer, string? message = null) => module.Require(rule, new ResourceCondition("aws_lb_target_group_attachment.alb", condition)
        {
            Message = message,
            Got = got,
            Violation = """{ "mode": "albTarget", "preserve_client_ip": null, "ports": { "https": { "port": 443 } } }""",
            Answers = $$"""{ "{{Application}}": {{answer}} }""",
        });
    }

    private static void AddAddresses(ModuleBuilder module)
    {
        const string Public = """{ "internal": false, "elastic_ips": false, "subnet_mappings": { "eu-central-1a": { "subnet_id": "subnet-0a1b2c3d4e5f60001" } } }""";
        module.Require("NLB187", "subnet_mappings", "length(var.subnet_mappings) >= 1 && length(distinct(values(var.subnet_mappings)[*].subnet_id)) == length(var.subnet_mappings)", """{ "subnet_mappings": {} }""");
        module.Require("NLB020", "subnet_mappings", "alltrue([\n  for mapping in var.subnet_mappings : var.internal ? mapping.allocation_id == null : mapping.private_ipv4_address == null\n])", """{ "internal": false }""");
        module.Require("NLB021", "subnet_mappings", "contains([0, length(var.subnet_mappings)], length([for mapping in var.subnet_mappings : mapping if mapping.allocation_id != null]))", """{ "internal": false, "subnet_mappings": { "eu-central-1a": { "subnet_id": "subnet-0a1b2c3d4e5f60001", "allocation_id": "eipalloc-0a1b2c3d" }, "eu-central-1b": { "subnet_id": "subnet-0a1b2c3d4e5f60002" } } }""");
        module.Require("SYNC264", "subnet_mappings", "!var.internal || alltrue([for mapping in var.subnet_mappings : mapping.private_ipv4_address != null])", """{ "internal": true, "subnet_mappings": { "eu-central-1a": { "subnet_id": "subnet-0a1b2c3d4e5f60001" } } }""");
        module.Require("SYNC264", "elastic_ips", "var.internal || var.elastic_ips != false || alltrue([for mapping in var.subnet_mappings : mapping.allocation_id != null])", Public);
        module.Require("elastic_ips", "Elastic IPs are made for an internet-facing load balancer, whose mappings then name none of their own (NLB020).", "elastic_ips", "var.elastic_ips != true || (!var.internal && alltrue([for mapping in var.subnet_mappings : mapping.allocation_id == null]))", """{ "elastic_ips": true, "internal": true }""");
        module.Require("NLB182", "ip_address_type", """var.ip_address_type != "dualstack-without-public-ipv4" """.Trim(), """{ "ip_address_type": "dualstack-without-public-ipv4" }""");
    }

    private static void AddPorts(ModuleBuilder module)
    {
        module.Require("SYNC264", "ports", "length(var.ports) >= 1 && length(distinct([for port in var.ports : port.port])) == length(var.ports)", """{ "ports": { "one": { "port": 443 }, "two": { "port": 443 } } }""");
        LoadBalancerParts.RequireTargetGroupKeys(module, "ports", """{ "ports": { "no_key": { "port": 443 } } }""");
        module.Require("TG043", "ports", "var.mode == \"lambdaSync\" || alltrue([\n  for port in var.ports : port.health_check.protocol != \"TCP\"\n])", """{ "mode": "albTarget", "ports": { "https": { "port": 443, "health_check": { "protocol": "TCP" } } } }""");
        module.Require("TG044", "ports", "alltrue([\n  for port in var.ports : port.health_check.protocol == \"TCP\" || (port.health_check.protocol == null && var.mode == \"lambdaSync\") ? port.health_check.path == null && port.health_check.matcher == null : true\n])", """{ "ports": { "https": { "port": 443, "health_check": { "path": "/health" } } } }""");
        module.Require("TG042", "ports", $"alltrue([\n  for port in var.ports : port.health_check.matcher == null ? true : {TargetGroupConditions.Matcher("port.health_check.matcher", "200", "599")}\n])", """{ "ports": { "https": { "port": 443, "health_check": { "protocol": "HTTPS", "matcher": "299-200" } } } }""");
        module.Require("TG047", "ports", "alltrue([\n  for port in var.ports : coalesce(port.health_check.timeout_seconds, 2) <= coalesce(port.health_check.interval_seconds, 30)\n])", """{ "ports": { "https": { "port": 443, "health_check": { "timeout_seconds": 31 } } } }""");
    }

    private static void AddFunction(ModuleBuilder module)
    {
        module.Require("SYNC265", "sync", "alltrue([\n  for block in var.sync.allowed_cidrs : try(cidrsubnet(block, 0, 0) == block, false) && !endswith(block, \"/0\")\n])", """{ "sync": { "allowed_cidrs": ["0.0.0.0/0"] } }""");
        module.Require("SYNC265", "sync", "alltrue([\n  for server in var.sync.dns_servers : can(cidrhost(\"${server}/32\", 0)) || can(cidrhost(\"${server}/128\", 0)) || can(cidrhost(\"${regex(\"^(.*):[0-9]+$\", server)[0]}/32\", 0))\n])", """{ "sync": { "dns_servers": ["dns.example.com"] } }""");
        module.Require("vpc_cidrs", "A CIDR block is valid and in canonical form (NET177).", "vpc_cidrs", "alltrue([\n  for block in var.vpc_cidrs : try(cidrsubnet(block, 0, 0) == block, false)\n])", """{ "vpc_cidrs": ["10.0.0.1/16"] }""");
        module.Require("SYNC268", "sync", "var.mode != \"lambdaSync\" || var.sync.ip_address_type != \"ipv6\" || (var.ip_address_type == \"dualstack\" && anytrue([for block in var.sync.allowed_cidrs : strcontains(block, \":\")]))", """{ "sync": { "ip_address_type": "ipv6" } }""");
        module.Require("SYNC270", "sync", "!var.alarms.enabled || (var.sync.metrics != false && var.sync.address_count != false)", """{ "sync": { "metrics": false } }""");
        module.Require("log_retention", $"The log is kept for a number of days that CloudWatch Logs has: {LogRetention.Allowed} (SYNC167).", "sync", $"contains([{string.Join(", ", LogRetention.All)}], var.sync.log_retention_days)", """{ "sync": { "log_retention_days": 2 } }""");
    }
}
