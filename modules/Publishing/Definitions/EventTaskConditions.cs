using Orchestrator.Modules.Schedules;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>What holds between the variables of tasks that a schedule or events start.</summary>
internal static class EventTaskConditions
{
    internal static void Add(ModuleBuilder module)
    {
        const string Schedule = """ "schedule": { "expression": "rate(5 minutes)" } """;
        module.Require("trigger", "A task is started by a schedule or by events, one of the two (MAN005).", "schedule", "(var.schedule == null) != (var.events == null)", $$"""{ {{Schedule}}, "events": { "event_pattern": "{\"source\":[\"aws.ecr\"]}" } }""");
        module.Require("EVT356", "events", "var.events == null ? true : length(var.events.event_pattern) <= 4096", """{ "schedule": null, "events": { "event_pattern": "{\"source\":[\"${format(\"%04096d\", 0)}\"]}" } }""");
        module.Require("EVT146", "events", "var.events == null ? true : try(length(jsondecode(var.events.event_pattern)) > 0 && alltrue([\n  for field in values(jsondecode(var.events.event_pattern)) : can(keys(field)) ? alltrue([\n    for inner in values(field) : can(keys(inner)) ? alltrue([for innermost in values(inner) : can(keys(innermost)) || can(concat(innermost, []))]) : can(concat(inner, []))\n  ]) : can(concat(field, []))\n]), false)", """{ "schedule": null, "events": { "event_pattern": "{\"source\":[\"aws.s3\"],\"detail\":{\"bucket\":{\"name\":\"shop\"}}}" } }""");
        module.Require("EVT147", "schedule", $"var.schedule == null ? true : !startswith(var.schedule.expression, \"cron\") || can(regex({Syntaxes.OfLiteral(CronExpression.Pattern)}, var.schedule.expression))", """{ "schedule": { "expression": "cron(60 8 * * ? *)" } }""");
        module.Require("EVT147", "schedule", "var.schedule == null ? true : alltrue([\n  for days in regexall(\"^cron\\\\(\\\\S+ \\\\S+ (\\\\S+) \\\\S+ (\\\\S+) \\\\S+\\\\)$\", var.schedule.expression) : (days[0] == \"?\") != (days[1] == \"?\")\n])", """{ "schedule": { "expression": "cron(0 8 * * * *)" } }""");
        module.Require("EVT147", "schedule", "var.schedule == null ? true : alltrue([\n  for time in regexall(\"^at\\\\((.*)\\\\)$\", var.schedule.expression) : can(formatdate(\"YYYY\", \"${time[0]}Z\"))\n])", """{ "schedule": { "expression": "at(2030-02-30T08:00:00)" } }""");
        module.Require("EVT276", "schedule", "var.schedule == null ? true : alltrue([for time in concat(var.schedule.start_date[*], var.schedule.end_date[*]) : endswith(time, \"Z\") && can(formatdate(\"YYYY\", time))]) && try(timecmp(var.schedule.end_date, var.schedule.start_date) > 0, true)", """{ "schedule": { "expression": "rate(5 minutes)", "start_date": "2030-01-02T00:00:00Z", "end_date": "2030-01-01T00:00:00Z" } }""");
        module.Require("input_paths", "What is taken from an event is a path that begins with \"$\", at most 100 of them, and overrides use it (EVT151).", "events", "var.events == null ? true : length(var.events.input_paths) <= 100 && alltrue([for path in var.events.input_paths : can(regex(\"^\\\\$($|[.\\\\[])\", path))]) && (length(var.events.input_paths) == 0 || length(var.overrides) > 0)", """{ "schedule": null, "events": { "event_pattern": "{\"source\":[\"aws.ecr\"]}", "input_paths": { "tag": "detail.image-tag" } } }""");
        module.Require("EVT151", "events", "var.events == null ? true : alltrue(flatten([\n  for container in var.overrides : [\n    for value in values(container.environment) : [\n      for name in flatten(regexall(\"<([A-Za-z0-9_.-]+)>\", value)) : startswith(name, \"aws.events.\") || contains(keys(var.events.input_paths), name)\n    ]\n  ]\n]))", """{ "schedule": null, "events": { "event_pattern": "{\"source\":[\"aws.ecr\"]}" }, "overrides": { "app": { "environment": { "TAG": "<tag>" } } } }""");
        module.Require("EVT151", "overrides", "sum(concat([0], [for container in var.overrides : length(join(\"\", compact(concat(container.command, keys(container.environment), values(container.environment)))))])) <= 8192", """{ "overrides": { "app": { "environment": { "LONG": "${format(\"%08192d\", 0)}" } } } }""");
        module.Require("EVT151", "overrides", "length(setsubtract(keys(var.overrides), keys(var.containers))) == 0", """{ "overrides": { "no-such": { "command": ["true"] } } }""");
        ServiceConditions.AddCapacityProviders(module);
        module.Require("fargate", "Capacity providers are those of Fargate, FARGATE and FARGATE_SPOT, or others, but not both (SVC135).", "capacity_providers", "length(distinct([for strategy in var.capacity_providers : contains([\"FARGATE\", \"FARGATE_SPOT\"], strategy.provider)])) <= 1", """{ "capacity_providers": [{ "provider": "FARGATE" }, { "provider": "instances" }] }""");
        module.Require("EVT150", "capacity_providers", "length(var.capacity_providers) <= 6", """{ "capacity_providers": [{ "provider": "a" }, { "provider": "b" }, { "provider": "c" }, { "provider": "d" }, { "provider": "e" }, { "provider": "f" }, { "provider": "g" }] }""");
        module.Require("EVT149", "invoke_role", "var.invoke_role == null ? true : can(regex(\"^arn:[^:]+:iam::[0-9]{12}:role/\", var.invoke_role.arn)) && alltrue([for role in concat(var.task_role[*], var.execution_role[*]) : role.arn != var.invoke_role.arn])", """{ "invoke_role": { "arn": "starts-tasks" } }""");
        module.Require("subnets", "Tasks are in 1 to 16 subnets (SVC126).", "subnet_ids", "length(var.subnet_ids) >= 1 && length(var.subnet_ids) <= 16", """{ "subnet_ids": [] }""");
        module.Require("security_groups", "Tasks have 1 to 5 security groups (SVC126).", "security_group_ids", "length(var.security_group_ids) >= 1 && length(var.security_group_ids) <= 5", """{ "security_group_ids": [] }""");
    }
}
