namespace Orchestrator.Modules.Publishing;

/// <summary>What holds between the variables of tasks that a schedule or events start.</summary>
internal static class EventTaskConditions
{
    internal static void Add(ModuleBuilder module)
    {
        const string Schedule = """ "schedule": { "expression": "rate(5 minutes)" } """;
        module.Require("trigger", "A task is started by a schedule or by events, one of the two.", "schedule", "(var.schedule == null) != (var.events == null)", $$"""{ {{Schedule}}, "events": { "event_pattern": "{\"source\":[\"aws.ecr\"]}" } }""");
        module.Require("EVT146", "events", "var.events == null ? true : can(keys(jsondecode(var.events.event_pattern)))", """{ "schedule": null, "events": { "event_pattern": "aws.ecr" } }""");
        module.Require("input_paths", "What is taken from an event is a path that begins with \"$\", at most 100 of them, and overrides use it (EVT151).", "events", "var.events == null ? true : length(var.events.input_paths) <= 100 && alltrue([for path in var.events.input_paths : can(regex(\"^\\\\$($|[.\\\\[])\", path))]) && (length(var.events.input_paths) == 0 || length(var.overrides) > 0)", """{ "schedule": null, "events": { "event_pattern": "{\"source\":[\"aws.ecr\"]}", "input_paths": { "tag": "detail.image-tag" } } }""");
        module.Require("EVT151", "overrides", "length(setsubtract(keys(var.overrides), keys(var.containers))) == 0", """{ "overrides": { "no-such": { "command": ["true"] } } }""");
        module.Require("EVT150", "capacity_providers", "length(var.capacity_providers) <= 6", """{ "capacity_providers": [{ "provider": "a" }, { "provider": "b" }, { "provider": "c" }, { "provider": "d" }, { "provider": "e" }, { "provider": "f" }, { "provider": "g" }] }""");
        module.Require("EVT149", "invoke_role", "var.invoke_role == null ? true : can(regex(\"^arn:[^:]+:iam::[0-9]{12}:role/\", var.invoke_role.arn)) && (var.task_role == null ? true : var.task_role.arn != var.invoke_role.arn)", """{ "invoke_role": { "arn": "starts-tasks" } }""");
        module.Require("subnets", "Tasks are in 1 to 16 subnets.", "subnet_ids", "length(var.subnet_ids) >= 1 && length(var.subnet_ids) <= 16", """{ "subnet_ids": [] }""");
        module.Require("security_groups", "Tasks have 1 to 5 security groups.", "security_group_ids", "length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5", """{ "security_group_ids": [] }""");
    }
}
