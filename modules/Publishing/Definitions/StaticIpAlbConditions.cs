using Orchestrator.Modules.Ecs.TaskDefinitions;

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

    private static void AddAddresses(ModuleBuilder module)
    {
        const string Public = """{ "internal": false, "elastic_ips": false, "subnet_mappings": { "eu-central-1a": { "subnet_id": "subnet-0a1b2c3d4e5f60001" } } }""";
        module.Require("NLB187", "subnet_mappings", "length(var.subnet_mappings) >= 1", """{ "subnet_mappings": {} }""");
        module.Require("NLB020", "subnet_mappings", "alltrue([\n  for mapping in var.subnet_mappings : var.internal ? mapping.allocation_id == null : mapping.private_ipv4_address == null\n])", """{ "internal": false }""");
        module.Require("NLB021", "subnet_mappings", "contains([0, length(var.subnet_mappings)], length([for mapping in var.subnet_mappings : mapping if mapping.allocation_id != null]))", """{ "internal": false, "subnet_mappings": { "eu-central-1a": { "subnet_id": "subnet-0a1b2c3d4e5f60001", "allocation_id": "eipalloc-0a1b2c3d" }, "eu-central-1b": { "subnet_id": "subnet-0a1b2c3d4e5f60002" } } }""");
        module.Require("SYNC264", "subnet_mappings", "!var.internal || alltrue([for mapping in var.subnet_mappings : mapping.private_ipv4_address != null])", """{ "internal": true, "subnet_mappings": { "eu-central-1a": { "subnet_id": "subnet-0a1b2c3d4e5f60001" } } }""");
        module.Require("SYNC264", "elastic_ips", "var.internal || var.elastic_ips != false || alltrue([for mapping in var.subnet_mappings : mapping.allocation_id != null])", Public);
        module.Require("elastic_ips", "Elastic IPs are made for an internet-facing load balancer, whose mappings then name none of their own.", "elastic_ips", "var.elastic_ips != true || (!var.internal && alltrue([for mapping in var.subnet_mappings : mapping.allocation_id == null]))", """{ "elastic_ips": true, "internal": true }""");
        module.Require("NLB182", "ip_address_type", """var.ip_address_type != "dualstack-without-public-ipv4" """.Trim(), """{ "ip_address_type": "dualstack-without-public-ipv4" }""");
    }

    private static void AddPorts(ModuleBuilder module)
    {
        module.Require("SYNC264", "ports", "length(var.ports) >= 1 && length(distinct([for port in var.ports : port.port])) == length(var.ports)", """{ "ports": { "one": { "port": 443 }, "two": { "port": 443 } } }""");
        module.Require("TG043", "ports", "var.mode == \"lambdaSync\" || alltrue([\n  for port in var.ports : port.health_check.protocol != \"TCP\"\n])", """{ "mode": "albTarget", "ports": { "https": { "port": 443, "health_check": { "protocol": "TCP" } } } }""");
        module.Require("TG044", "ports", "alltrue([\n  for port in var.ports : port.health_check.protocol == \"TCP\" || (port.health_check.protocol == null && var.mode == \"lambdaSync\") ? port.health_check.path == null && port.health_check.matcher == null : true\n])", """{ "ports": { "https": { "port": 443, "health_check": { "path": "/health" } } } }""");
        module.Require("TG047", "ports", "alltrue([\n  for port in var.ports : port.health_check.interval_seconds == null || port.health_check.timeout_seconds == null ? true : port.health_check.timeout_seconds <= port.health_check.interval_seconds\n])", """{ "ports": { "https": { "port": 443, "health_check": { "interval_seconds": 10, "timeout_seconds": 11 } } } }""");
    }

    private static void AddFunction(ModuleBuilder module)
    {
        module.Require("SYNC265", "sync", "alltrue([\n  for block in var.sync.allowed_cidrs : try(cidrsubnet(block, 0, 0) == block, false) && !endswith(block, \"/0\")\n])", """{ "sync": { "allowed_cidrs": ["0.0.0.0/0"] } }""");
        module.Require("SYNC265", "sync", "alltrue([\n  for server in var.sync.dns_servers : can(cidrhost(\"${server}/32\", 0)) || can(cidrhost(\"${server}/128\", 0)) || can(cidrhost(\"${regex(\"^(.*):[0-9]+$\", server)[0]}/32\", 0))\n])", """{ "sync": { "dns_servers": ["dns.example.com"] } }""");
        module.Require("vpc_cidrs", "A CIDR block is valid and in canonical form.", "vpc_cidrs", "alltrue([\n  for block in var.vpc_cidrs : try(cidrsubnet(block, 0, 0) == block, false)\n])", """{ "vpc_cidrs": ["10.0.0.1/16"] }""");
        module.Require("SYNC268", "sync", "var.mode != \"lambdaSync\" || var.sync.ip_address_type != \"ipv6\" || (var.ip_address_type == \"dualstack\" && anytrue([for block in var.sync.allowed_cidrs : strcontains(block, \":\")]))", """{ "sync": { "ip_address_type": "ipv6" } }""");
        module.Require("SYNC270", "sync", "!var.alarms.enabled || (var.sync.metrics != false && var.sync.address_count != false)", """{ "sync": { "metrics": false } }""");
        module.Require("log_retention", $"The log is kept for a number of days that CloudWatch Logs has: {LogRetention.Allowed} (SYNC167).", "sync", $"contains([{string.Join(", ", LogRetention.All)}], var.sync.log_retention_days)", """{ "sync": { "log_retention_days": 2 } }""");
    }
}
