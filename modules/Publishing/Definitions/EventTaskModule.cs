using Orchestrator.Modules.Events;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Manifest;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>Tasks of ECS on Fargate that a schedule or events start.</summary>
internal sealed class EventTaskModule : ModuleDefinition
{
    private static readonly string[] Common = [.. Shape.Of(typeof(TaskTriggerProps)).Properties.Select(property => property.Key)];

    private static readonly TextMatching Expressions = new(
        "^(rate\\((1 (minute|hour|day)|([2-9]|[1-9][0-9]+) (minutes|hours|days))\\)|cron\\([A-Za-z0-9,*?/#-]+( [A-Za-z0-9,*?/#-]+){5}\\)|at\\([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\))$",
        256,
        "rate(N minutes), cron(minutes hours day-of-month month day-of-week year) or at(time)");

    internal override string Name => "event-task";

    internal override string Purpose => "Starts tasks of ECS on Fargate at certain times, by EventBridge Scheduler, or for events that match a pattern, by a rule of EventBridge.";

    internal override void Build(ModuleBuilder module)
    {
        module.AddName("The name of the schedule or the rule, of the task definition's family and, at the beginning, of what else is made.", EventRules.Name, "EVT146");
        var schedule = module.ReadObject<ScheduledTaskProps>("schedule", "When tasks are started, by EventBridge Scheduler. Either it, or events.", new ModuleShape
        {
            LeftOut = new HashSet<string>([.. Common, "name", "schedule", "eventBus"]),
            Added = [("", new VariableAttribute("expression", ScalarType.Text with { Constraints = [(Expressions, "EVT147")] }, true, null, "When: `rate(5 minutes)`, `cron(0 8 * * ? *)` or `at(2030-01-01T08:00:00)`."))],
        });
        var events = module.ReadObject<EventTaskProps>("events", "Which events start tasks, by a rule of EventBridge. Either it, or schedule.", new ModuleShape
        {
            LeftOut = new HashSet<string>([.. Common, "name", "bucket"]),
            Descriptions = new Dictionary<string, string> { ["eventPattern"] = "Which events, as JSON: `jsonencode({ source = [\"aws.ecr\"], detail-type = [\"ECR Image Action\"] })`." },
        });
        var task = TaskParts.Read(module, isFargate: true);
        var read = ReadTrigger(module);
        var trigger = read with
        {
            Name = Expression.Of("var.name"),
            TaskDefinition = task,
            RunsOnFargate = true,
            // Named, since the block of the queue is there whichever it is.
            DeadLetterQueueArn = module.AddLocal("given_dead_letter_queue_arn", read.DeadLetterQueueArn!) with { IsOptional = true },
            Tags = task.Tags,
        };
        TaskParts.AddNeeds(module, task, trigger.EnableExecuteCommand);
        MakeWhereNeeded(module);
        var made = new TriggeredTask(
            module.Scope,
            Symbols.Name,
            trigger with { EventPattern = events.EventPattern, EventBus = events.EventBus, InputPaths = events.InputPaths },
            WithTrigger(module, schedule, trigger),
            Expression.Of("var.schedule != null"));
        TaskConditions.Add(module, isFargate: true, isOfService: false);
        EventTaskConditions.Add(module);
        AddOutputs(module, made);
    }

    /// <summary>Adds the variables of what both triggers start.</summary>
    private static EventTaskProps ReadTrigger(ModuleBuilder module) => module.Read<EventTaskProps>(new ModuleShape
    {
        LeftOut = new HashSet<string> { "name", "eventPattern", "eventBus", "inputPaths", "bucket", "taskDefinition", "launchType", "vpcId", "egress", "tags" },
        Required = new HashSet<string> { "subnets", "securityGroups" },
        Held = new Dictionary<string, (string, string)> { ["deadLetterQueueArn"] = ("dead_letter_queue", "arn"), ["invokeRoleArn"] = ("invoke_role", "arn") },
        Descriptions = new Dictionary<string, string>
        {
            ["cluster"] = "The cluster.",
            ["subnets"] = "The subnets of the tasks, at most 16.",
            ["securityGroups"] = "The security groups of the tasks, one to five.",
            ["capacityProviders[].provider"] = "`FARGATE`, `FARGATE_SPOT`, or a capacity provider of the cluster, by its name.",
            ["capacityProviders"] = "Capacity providers in place of plain Fargate, at most six. None unless set.",
            ["overrides.*.environment"] = "Environment variables, besides those of the task definition. With events a value `<name>` stands for what `events.input_paths` finds in the event.",
        },
    });

    /// <summary>The schedule of the same tasks. The window is named: without one its block is still there.</summary>
    private static ScheduledTaskProps WithTrigger(ModuleBuilder module, ScheduledTaskProps schedule, EventTaskProps trigger) => schedule with
    {
        Name = trigger.Name,
        Schedule = Expression.Of("var.schedule.expression"),
        FlexibleWindowMinutes = module.AddLocal("flexible_window_minutes", schedule.FlexibleWindowMinutes!) with { IsOptional = true },
        Cluster = trigger.Cluster,
        TaskDefinition = trigger.TaskDefinition,
        RunsOnFargate = trigger.RunsOnFargate,
        CapacityProviders = trigger.CapacityProviders,
        PlatformVersion = trigger.PlatformVersion,
        Subnets = trigger.Subnets,
        SecurityGroups = trigger.SecurityGroups,
        AssignPublicIp = trigger.AssignPublicIp,
        EnableExecuteCommand = trigger.EnableExecuteCommand,
        TaskCount = trigger.TaskCount,
        Overrides = trigger.Overrides,
        Retry = trigger.Retry,
        Enabled = trigger.Enabled,
        Description = trigger.Description,
    };

    private static void MakeWhereNeeded(ModuleBuilder module)
    {
        module.MakeOnlyWhere("aws_scheduler_schedule.this", Expression.Of("var.schedule != null"));
        module.MakeOnlyWhere("aws_cloudwatch_event_rule.this", Expression.Of("var.events != null"));
        module.MakeOnlyWhere("aws_cloudwatch_event_target.this", Expression.Of("var.events != null"));
        module.MakeBlockOnlyWhere("aws_cloudwatch_event_target.this", "input_transformer", Expression.Of("length(var.events.input_paths) > 0"));
        module.MakeOnlyWhere("aws_sqs_queue.dead_letters", Expression.Of("var.dead_letter_queue == null"));
        module.MakeOnlyWhere("aws_sqs_queue_policy.dead_letters", Expression.Of("var.events != null && var.dead_letter_queue == null"));
        module.MakeOnlyWhere("aws_iam_role.invoke", Expression.Of("var.invoke_role == null"));
        module.MakeOnlyWhere("aws_iam_role_policy.invoke", Expression.Of("var.invoke_role == null"));
    }

    private static void AddOutputs(ModuleBuilder module, TriggeredTask made)
    {
        TaskParts.AddOutputs(module, made.TaskDefinition);
        module.AddOutput("schedule_arn", Expression.Attribute("aws_scheduler_schedule", made.LogicalId, "arn"), "The schedule's ARN; null where events start the tasks.");
        module.AddOutput("rule_arn", Expression.Attribute("aws_cloudwatch_event_rule", made.LogicalId, "arn"), "The rule's ARN; null where a schedule starts the tasks.");
        module.AddOutput("invoke_role_arn", made.RoleArn, "The role that starts the tasks.");
        module.AddOutput("dead_letter_queue_arn", made.QueueArn, "The queue that gets what could not be started.");
    }
}
