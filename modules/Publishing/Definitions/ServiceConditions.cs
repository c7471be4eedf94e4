using Orchestrator.Modules.Schedules;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>What holds between the variables of a service.</summary>
internal static class ServiceConditions
{
    private const string Group = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/shop-a1b2c3/0123456789abcdef";

    private const string IsNotRebalanced = "!coalesce(var.availability_zone_rebalancing, false)";

    /// <summary>Adds what holds of every service.</summary>
    internal static void Add(ModuleBuilder module)
    {
        module.Require("SVC130", "target_groups", "length(var.target_groups) <= 5 && alltrue([\n  for target in var.target_groups : try(contains(var.containers[target.container].port_mappings[*].container_port, target.container_port) || anytrue([for range in compact(var.containers[target.container].port_mappings[*].container_port_range) : tonumber(split(\"-\", range)[0]) <= target.container_port && tonumber(split(\"-\", range)[1]) >= target.container_port]), false)\n])", $$"""{ "target_groups": [{ "target_group_arn": "{{Group}}", "container": "app", "container_port": 1 }] }""");
        module.Require("SVC132", "health_check_grace_period_seconds", "var.health_check_grace_period_seconds == null || length(var.target_groups) > 0", """{ "health_check_grace_period_seconds": 60, "target_groups": [], "scaling": null }""");
        AddCapacityProviders(module);
        module.Require("SVC137", "service_connect", "alltrue([\n  for name, service in try(var.service_connect.services, {}) : contains(flatten([for container in var.containers : container.port_mappings[*].name]), name) && (service.client_dns_name == null || service.client_port != null)\n])", """{ "service_connect": { "services": { "no-such": {} } } }""");
        AddOfScaling(module);
    }

    /// <summary>Adds what holds of capacity providers.</summary>
    internal static void AddCapacityProviders(ModuleBuilder module) =>
        module.Require("SVC135", "capacity_providers", "length(var.capacity_providers) <= 20 && (length(var.capacity_providers) == 0 || anytrue([for strategy in var.capacity_providers : strategy.weight > 0])) && length([for strategy in var.capacity_providers : strategy if strategy.base > 0]) <= 1", """{ "capacity_providers": [{ "provider": "one", "weight": 0 }] }""");

    /// <summary>Adds what holds of a service on Fargate.</summary>
    internal static void AddOfFargate(ModuleBuilder module)
    {
        module.Require("SVC133", "maximum_percent", "coalesce(var.minimum_healthy_percent, 100) < coalesce(var.maximum_percent, 200)", """{ "minimum_healthy_percent": 100, "maximum_percent": 100 }""");
        module.Require("SVC136", "availability_zone_rebalancing", $"{IsNotRebalanced} || (var.maximum_percent == null ? 200 : var.maximum_percent) > 100", """{ "availability_zone_rebalancing": true, "minimum_healthy_percent": 50, "maximum_percent": 100 }""");
        module.Require("SVC126", "subnet_ids", "length(var.subnet_ids) >= 1 && length(var.subnet_ids) <= 16", """{ "subnet_ids": [] }""");
        module.Require("groups", "The tasks have 1 to 5 security groups (SVC126).", "security_group_ids", "length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5", """{ "security_group_ids": [] }""");
        module.Require("fargate", "The capacity providers of Fargate are FARGATE and FARGATE_SPOT (SVC135).", "capacity_providers", "alltrue([for strategy in var.capacity_providers : contains([\"FARGATE\", \"FARGATE_SPOT\"], strategy.provider)])", """{ "capacity_providers": [{ "provider": "instances" }] }""");
    }

    /// <summary>Adds what holds of a service on instances.</summary>
    internal static void AddOfInstances(ModuleBuilder module)
    {
        module.Require("SVC133", "maximum_percent", "var.scheduling_strategy == \"DAEMON\" ? coalesce(var.maximum_percent, 100) == 100 && coalesce(var.minimum_healthy_percent, 0) < 100 : coalesce(var.minimum_healthy_percent, 100) < coalesce(var.maximum_percent, 200)", """{ "scheduling_strategy": "DAEMON", "maximum_percent": 200, "placement_strategies": [], "scaling": null }""");
        module.Require("SVC137", "service_connect", "var.service_connect == null || !contains([\"host\", \"none\"], var.network_mode)", """{ "network_mode": "host", "service_connect": {}, "containers": { "app": { "image": "app:1", "port_mappings": [{ "container_port": 8080 }] } } }""");
        module.Require("SVC126", "subnet_ids", "var.network_mode == \"awsvpc\" ? length(var.subnet_ids) >= 1 && length(var.subnet_ids) <= 16 : length(var.subnet_ids) == 0", """{ "subnet_ids": ["subnet-0a1b2c3d4e5f60001"] }""");
        module.Require("groups", "With awsvpc, and only then, the tasks have 1 to 5 security groups (SVC126).", "security_group_ids", "var.network_mode == \"awsvpc\" ? length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5 : length(var.security_group_ids) == 0", """{ "security_group_ids": ["sg-0a1b2c3d4e5f60001"] }""");
        module.Require("instances", "The capacity providers of instances are neither FARGATE nor FARGATE_SPOT (SVC135).", "capacity_providers", "alltrue([for strategy in var.capacity_providers : !contains([\"FARGATE\", \"FARGATE_SPOT\"], strategy.provider)])", """{ "capacity_providers": [{ "provider": "FARGATE" }] }""");
        module.Require("SVC140", "placement_strategies", "length(var.placement_strategies) <= 5 && (var.scheduling_strategy != \"DAEMON\" || length(var.placement_strategies) == 0) && alltrue([\n  for strategy in var.placement_strategies : strategy.type == \"random\" ? strategy.field == null : strategy.type == \"binpack\" ? contains([\"cpu\", \"memory\"], coalesce(strategy.field, \"none\")) : strategy.field != null\n])", """{ "placement_strategies": [{ "type": "binpack" }] }""");
        module.Require("SVC140", "placement_constraints", "length(var.placement_constraints) <= 10 && alltrue([\n  for constraint in var.placement_constraints : (constraint.type == \"memberOf\") == (constraint.expression != null)\n])", """{ "placement_constraints": [{ "type": "memberOf" }] }""");
        module.Require("SVC136", "availability_zone_rebalancing", $"{IsNotRebalanced} || var.scheduling_strategy == \"REPLICA\" && (var.maximum_percent == null ? 200 : var.maximum_percent) > 100 && (length(var.placement_strategies) == 0 || try(var.placement_strategies[0].type == \"spread\" && coalesce(var.placement_strategies[0].field, \"attribute:ecs.availability-zone\") == \"attribute:ecs.availability-zone\", false)) && !anytrue([for constraint in var.placement_constraints : try(strcontains(constraint.expression, \"ecs.availability-zone\"), false)])", """{ "availability_zone_rebalancing": true, "placement_strategies": [{ "type": "random" }] }""");
        module.Require("SCALE257", "scheduling_strategy", "var.scheduling_strategy != \"DAEMON\" || var.scaling == null", """{ "scheduling_strategy": "DAEMON", "placement_strategies": [] }""");
    }

    /// <summary>Adds that the target groups, which AWS alone knows, have targets of the type that the tasks are.</summary>
    /// <param name="module">The module.</param>
    /// <param name="type">The type, as an expression.</param>
    /// <param name="example">The type in the complete example.</param>
    internal static void AddOfTargetGroups(ModuleBuilder module, string type, string example)
    {
        module.Add(new DataSource("aws_lb_target_group", "this", """{ "count": "${length(var.target_groups)}", "arn": "${var.target_groups[count.index].target_group_arn}" }""")
        {
            Answer = $$"""{ "target_type": "{{example}}" }""",
            Actions = ["elasticloadbalancing:DescribeTags", "elasticloadbalancing:DescribeTargetGroupAttributes", "elasticloadbalancing:DescribeTargetGroups"],
        });
        module.Require("SVC129", new ResourceCondition("aws_ecs_service.this", $"alltrue([\n  for group in data.aws_lb_target_group.this : group.target_type == {type}\n])")
        {
            Got = "${join(\", \", [for group in data.aws_lb_target_group.this : \"${group.name} with ${group.target_type}\"])}",
            Answers = """{ "data.aws_lb_target_group.this": { "target_type": "lambda" } }""",
        });
    }

    private static void AddOfScaling(ModuleBuilder module)
    {
        module.Require("SCALE351", "scaling", "length(distinct([for policy in try(values(var.scaling.target_tracking), []) : policy.metric == \"requestsPerTarget\" ? \"${policy.metric} ${coalesce(policy.target_group_arn, \"-\")}\" : policy.metric])) == length(try(values(var.scaling.target_tracking), []))", """{ "scaling": { "min_capacity": 1, "max_capacity": 2, "target_tracking": { "one": { "metric": "cpu", "target_value": 50 }, "two": { "metric": "cpu", "target_value": 60 } } } }""");
        module.Require("SCALE145", "scaling", "var.scaling == null ? true : var.scaling.min_capacity <= var.scaling.max_capacity", """{ "scaling": { "min_capacity": 2, "max_capacity": 1 } }""");
        module.Require("SCALE145", "scaling", "alltrue([\n  for action in try(values(var.scaling.scheduled), []) : action.min_capacity == null || action.max_capacity == null ? true : action.min_capacity <= action.max_capacity\n])", """{ "scaling": { "min_capacity": 1, "max_capacity": 2, "scheduled": { "never": { "schedule": "rate(1 day)", "min_capacity": 2, "max_capacity": 1 } } } }""");
        module.Require("SCALE145", "scaling", OfEachPolicy("policy.target_group_arn == null ? true : contains(var.target_groups[*].target_group_arn, policy.target_group_arn)"), Policy($$""" "metric": "requestsPerTarget", "target_value": 1000, "target_group_arn": "{{Group.Replace("shop", "other", StringComparison.Ordinal)}}", "load_balancer_arn": "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/web/0123456789abcdef" """));
        module.Require("requests", "For requestsPerTarget, and only for it, a policy has load_balancer_arn and target_group_arn (SCALE145).", "scaling", OfEachPolicy("(policy.metric == \"requestsPerTarget\") == (policy.load_balancer_arn != null) && (policy.load_balancer_arn != null) == (policy.target_group_arn != null)"), Policy(""" "metric": "requestsPerTarget", "target_value": 1000 """));
        module.Require("SCALE256", "scaling", OfEachPolicy("policy.metric == \"requestsPerTarget\" || policy.target_value <= 100"), Policy(""" "metric": "cpu", "target_value": 101 """));
        module.Require("SCALE256", "scaling", "alltrue([\n  for action in try(values(var.scaling.scheduled), []) : action.min_capacity != null || action.max_capacity != null\n])", """{ "scaling": { "min_capacity": 1, "max_capacity": 2, "scheduled": { "never": { "schedule": "rate(1 day)" } } } }""");
        module.Require("SCALE256", "scaling", OfEachSteps("length(policy.steps) >= 1 && alltrue([for step in policy.steps : step.lower_bound == null || step.upper_bound == null ? true : step.lower_bound < step.upper_bound])"), Steps("""{ "lower_bound": 10, "upper_bound": 0, "adjustment": 1 }"""));
        // Steps that begin and end at different places adjoin where each but the last ends where another begins.
        module.Require("SCALE256", "scaling", OfEachSteps("length(distinct(policy.steps[*].lower_bound)) == length(policy.steps) && length(distinct(policy.steps[*].upper_bound)) == length(policy.steps)"), Steps("""{ "upper_bound": 10, "adjustment": 1 }, { "adjustment": 2 }"""));
        module.Require("SCALE256", "scaling", OfEachSteps("length(policy.steps) - 1 == length(setintersection([for step in policy.steps : step.lower_bound if step.lower_bound != null], [for step in policy.steps : step.upper_bound if step.upper_bound != null]))"), Steps("""{ "upper_bound": 10, "adjustment": 1 }, { "lower_bound": 20, "adjustment": 2 }"""));
        module.Require("SCALE256", "scaling", OfEachSteps("alltrue([for step in policy.steps : step.lower_bound != null || step.upper_bound != null]) && (anytrue([for step in policy.steps : step.lower_bound == null]) || alltrue([for step in policy.steps : step.lower_bound == null ? true : step.lower_bound >= 0])) && (anytrue([for step in policy.steps : step.upper_bound == null]) || alltrue([for step in policy.steps : step.upper_bound == null ? true : step.upper_bound <= 0]))"), Steps("""{ "lower_bound": 0, "upper_bound": 10, "adjustment": 1 }"""));
        module.Require("SCALE256", "scaling", OfEachSteps("policy.evaluation_periods >= 1"), Steps("""{ "lower_bound": 0, "adjustment": 1 }""", """, "evaluation_periods": 0"""));
        module.Require("SCALE256", "scaling", OfEachSteps("contains([10, 30], policy.period_seconds) || policy.period_seconds >= 60 && policy.period_seconds % 60 == 0"), Steps("""{ "adjustment": 1 }""", """, "period_seconds": 90"""));
        module.Require("SCALE275", "scaling", "alltrue([\n  for action in try(values(var.scaling.scheduled), []) : can(regex(\"^(rate\\\\([1-9][0-9]* (minute|hour|day)s?\\\\)|cron\\\\([A-Za-z0-9,*?/#-]+( [A-Za-z0-9,*?/#-]+){5}\\\\)|at\\\\([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\\\))$\", action.schedule))\n])", """{ "scaling": { "min_capacity": 1, "max_capacity": 2, "scheduled": { "morning": { "schedule": "cron(0 8 * * 1-5)", "min_capacity": 2 } } } }""");
        module.Require("SCALE275", "scaling", $"alltrue([\n  for action in try(values(var.scaling.scheduled), []) : !startswith(action.schedule, \"cron\") || can(regex({Syntaxes.OfLiteral(CronExpression.Pattern)}, action.schedule))\n])", """{ "scaling": { "min_capacity": 1, "max_capacity": 2, "scheduled": { "morning": { "schedule": "cron(60 8 * * ? *)", "min_capacity": 2 } } } }""");
        module.Require("SCALE257", "scaling", "length(setintersection(try(keys(var.scaling.target_tracking), []), try(keys(var.scaling.steps), []))) == 0", """{ "scaling": { "min_capacity": 1, "max_capacity": 2, "target_tracking": { "same": { "metric": "cpu", "target_value": 50 } }, "steps": { "same": { "namespace": "AWS/SQS", "metric_name": "Age", "comparison": "GreaterThanThreshold", "threshold": 1, "steps": [{ "adjustment": 1 }] } } } }""");
    }

    private static string OfEachPolicy(string condition) => $"alltrue([\n  for policy in try(values(var.scaling.target_tracking), []) : {condition}\n])";

    private static string OfEachSteps(string condition) => $"alltrue([\n  for policy in try(values(var.scaling.steps), []) : {condition}\n])";

    private static string Steps(string steps, string more = "") => $$"""{ "scaling": { "min_capacity": 1, "max_capacity": 2, "steps": { "queue": { "namespace": "AWS/SQS", "metric_name": "Age", "comparison": "GreaterThanThreshold", "threshold": 1, "steps": [{{steps}}]{{more}} } } } }""";

    private static string Policy(string policy) => $$"""{ "scaling": { "min_capacity": 1, "max_capacity": 2, "target_tracking": { "policy": { {{policy}} } } } }""";
}
