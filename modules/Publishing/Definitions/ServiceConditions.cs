namespace Orchestrator.Modules.Publishing;

/// <summary>What holds between the variables of a service.</summary>
internal static class ServiceConditions
{
    private const string Group = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop-a1b2c3/0123456789abcdef";

    private const string IsNotRebalanced = "!coalesce(var.availability_zone_rebalancing, false)";

    /// <summary>Adds what holds of every service.</summary>
    internal static void Add(ModuleBuilder module)
    {
        module.Require("SVC130", "target_groups", "length(var.target_groups) <= 5 && alltrue([\n  for target in var.target_groups : try(contains(var.containers[target.container].port_mappings[*].container_port, target.container_port), false)\n])", $$"""{ "target_groups": [{ "target_group_arn": "{{Group}}", "container": "app", "container_port": 1 }] }""");
        module.Require("SVC132", "health_check_grace_period_seconds", "var.health_check_grace_period_seconds == null || length(var.target_groups) > 0", """{ "health_check_grace_period_seconds": 60, "target_groups": [] }""");
        module.Require("SVC133", "maximum_percent", "(var.minimum_healthy_percent == null ? 100 : var.minimum_healthy_percent) < (var.maximum_percent == null ? 200 : var.maximum_percent) || var.minimum_healthy_percent == null && var.maximum_percent == null", """{ "minimum_healthy_percent": 100, "maximum_percent": 100 }""");
        module.Require("SVC135", "capacity_providers", "length(var.capacity_providers) <= 20 && (length(var.capacity_providers) == 0 || anytrue([for strategy in var.capacity_providers : strategy.weight > 0])) && length([for strategy in var.capacity_providers : strategy if strategy.base > 0]) <= 1", """{ "capacity_providers": [{ "provider": "one", "weight": 0 }] }""");
        module.Require("SVC138", "enable_execute_command", "!var.enable_execute_command || alltrue([for container in var.containers : coalesce(container.readonly_root_filesystem, true) == false])", """{ "enable_execute_command": true }""");
        module.Require("SVC137", "service_connect", "alltrue([\n  for name, service in try(var.service_connect.services, {}) : contains(flatten([for container in var.containers : container.port_mappings[*].name]), name) && (service.client_dns_name == null || service.client_port != null)\n])", """{ "service_connect": { "services": { "no-such": {} } } }""");
        AddOfScaling(module);
    }

    /// <summary>Adds what holds of a service on Fargate.</summary>
    internal static void AddOfFargate(ModuleBuilder module)
    {
        module.Require("SVC136", "availability_zone_rebalancing", $"{IsNotRebalanced} || (var.maximum_percent == null ? 200 : var.maximum_percent) > 100", """{ "availability_zone_rebalancing": true, "minimum_healthy_percent": 50, "maximum_percent": 100 }""");
        module.Require("SVC126", "subnet_ids", "length(var.subnet_ids) >= 1 && length(var.subnet_ids) <= 16", """{ "subnet_ids": [] }""");
        module.Require("groups", "The tasks have 1 to 5 security groups.", "security_group_ids", "length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5", """{ "security_group_ids": [] }""");
        module.Require("fargate", "The capacity providers of Fargate are FARGATE and FARGATE_SPOT (SVC135).", "capacity_providers", "alltrue([for strategy in var.capacity_providers : contains([\"FARGATE\", \"FARGATE_SPOT\"], strategy.provider)])", """{ "capacity_providers": [{ "provider": "instances" }] }""");
    }

    /// <summary>Adds what holds of a service on instances.</summary>
    internal static void AddOfInstances(ModuleBuilder module)
    {
        module.Require("SVC126", "subnet_ids", "var.network_mode == \"awsvpc\" ? length(var.subnet_ids) >= 1 && length(var.subnet_ids) <= 16 : length(var.subnet_ids) == 0", """{ "subnet_ids": ["subnet-0a1b2c3d4e5f60001"] }""");
        module.Require("groups", "With awsvpc, and only then, the tasks have 1 to 5 security groups.", "security_group_ids", "var.network_mode == \"awsvpc\" ? length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5 : length(var.security_group_ids) == 0", """{ "security_group_ids": ["sg-0a1b2c3d4e5f60001"] }""");
        module.Require("instances", "The capacity providers of instances are neither FARGATE nor FARGATE_SPOT (SVC135).", "capacity_providers", "alltrue([for strategy in var.capacity_providers : !contains([\"FARGATE\", \"FARGATE_SPOT\"], strategy.provider)])", """{ "capacity_providers": [{ "provider": "FARGATE" }] }""");
        module.Require("SVC140", "placement_strategies", "length(var.placement_strategies) <= 5 && (var.scheduling_strategy != \"DAEMON\" || length(var.placement_strategies) == 0) && alltrue([\n  for strategy in var.placement_strategies : strategy.type == \"random\" ? strategy.field == null : strategy.type == \"binpack\" ? contains([\"cpu\", \"memory\"], coalesce(strategy.field, \"none\")) : strategy.field != null\n])", """{ "placement_strategies": [{ "type": "binpack" }] }""");
        module.Require("SVC140", "placement_constraints", "length(var.placement_constraints) <= 10 && alltrue([\n  for constraint in var.placement_constraints : (constraint.type == \"memberOf\") == (constraint.expression != null)\n])", """{ "placement_constraints": [{ "type": "memberOf" }] }""");
        module.Require("SVC136", "availability_zone_rebalancing", $"{IsNotRebalanced} || var.scheduling_strategy == \"REPLICA\" && (var.maximum_percent == null ? 200 : var.maximum_percent) > 100 && (length(var.placement_strategies) == 0 || try(var.placement_strategies[0].type == \"spread\" && coalesce(var.placement_strategies[0].field, \"attribute:ecs.availability-zone\") == \"attribute:ecs.availability-zone\", false))", """{ "availability_zone_rebalancing": true, "placement_strategies": [{ "type": "random" }] }""");
        module.Require("SCALE257", "scheduling_strategy", "var.scheduling_strategy != \"DAEMON\" || var.scaling == null", """{ "scheduling_strategy": "DAEMON", "placement_strategies": [] }""");
    }

    private static void AddOfScaling(ModuleBuilder module)
    {
        module.Require("SCALE145", "scaling", "var.scaling == null ? true : var.scaling.min_capacity <= var.scaling.max_capacity", """{ "scaling": { "min_capacity": 2, "max_capacity": 1 } }""");
        module.Require("requests", "For requestsPerTarget, and only for it, a policy has load_balancer_arn and target_group_arn (SCALE145).", "scaling", OfEachPolicy("(policy.metric == \"requestsPerTarget\") == (policy.load_balancer_arn != null) && (policy.load_balancer_arn != null) == (policy.target_group_arn != null)"), Policy(""" "metric": "requestsPerTarget", "target_value": 1000 """));
        module.Require("SCALE256", "scaling", OfEachPolicy("policy.metric == \"requestsPerTarget\" || policy.target_value <= 100"), Policy(""" "metric": "cpu", "target_value": 101 """));
        module.Require("SCALE256", "scaling", "alltrue([\n  for action in try(values(var.scaling.scheduled), []) : action.min_capacity != null || action.max_capacity != null\n])", """{ "scaling": { "min_capacity": 1, "max_capacity": 2, "scheduled": { "never": { "schedule": "rate(1 day)" } } } }""");
        module.Require("SCALE257", "scaling", "length(setintersection(try(keys(var.scaling.target_tracking), []), try(keys(var.scaling.steps), []))) == 0", """{ "scaling": { "min_capacity": 1, "max_capacity": 2, "target_tracking": { "same": { "metric": "cpu", "target_value": 50 } }, "steps": { "same": { "namespace": "AWS/SQS", "metric_name": "Age", "comparison": "GreaterThanThreshold", "threshold": 1, "steps": [{ "adjustment": 1 }] } } } }""");
    }

    private static string OfEachPolicy(string condition) => $"alltrue([\n  for policy in try(values(var.scaling.target_tracking), []) : {condition}\n])";

    private static string Policy(string policy) => $$"""{ "scaling": { "min_capacity": 1, "max_capacity": 2, "target_tracking": { "policy": { {{policy}} } } } }""";
}
