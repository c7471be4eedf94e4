using Orchestrator.Modules.Findings;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What holds of tasks as targets of rules and schedules.</summary>
internal static class TaskTargetRules
{
    private const int LongestInput = 8192;
    private const int MostPaths = 100;
    private static readonly NumberBetween Attempts = new(0, 185);
    private static readonly NumberBetween Age = new(60, 86_400, "seconds");

    internal static IReadOnlyList<Rule> All { get; } =
    [
        Rule.Error("EVT149", "A role that starts tasks is named by its ARN, and is not the role of the tasks.", "PutTargets rejects it; and with the tasks' role every task could start others.", "EventBridge Target.RoleArn")
            .ForEvery<TaskTriggerProps>(CheckRole),
        Rule.Error("EVT150", "1 to 10 tasks are started at once, on at most 6 capacity providers.", "PutTargets rejects it.", "EventBridge EcsParameters")
            .ForEvery<TaskTriggerProps>(CheckTarget)
            .Bounding((EventTaskProps task) => task.TaskCount, new NumberBetween(1, 10)),
        Rule.Error("EVT151", "Overrides are for containers of the task and have at most 8,192 characters; what they take from an event is declared, in at most 100 paths that begin with \"$\"; 0 to 185 retries, in 60 to 86,400 seconds.", "PutTargets rejects it, or the task does not start.", "EventBridge InputTransformer, RetryPolicy")
            .ForEvery<TaskTriggerProps>(CheckInput)
            .Bounding((EventTaskProps task) => task.Retry.MaximumAttempts, Attempts)
            .Bounding((EventTaskProps task) => task.Retry.MaximumAgeSeconds, Age),
    ];

    private static void CheckRole(TaskTriggerProps trigger, Report report)
    {
        if (!trigger.InvokeRoleArn.IsLiteral(out var arn))
        {
            return;
        }
        if (arn.Split(':') is not ["arn", _, "iam", "", { Length: 12 }, var role] || !role.StartsWith("role/", StringComparison.Ordinal))
        {
            report.Add("invokeRoleArn", "is not the ARN of a role", Quoted.Of(arn), "arn:aws:iam::ACCOUNT:role/NAME", "give the role's ARN, or remove it to get one that may start these tasks and no others");
        }
        else if (trigger.TaskDefinition.TaskRoleArn?.Is(arn) == true || trigger.TaskDefinition.ExecutionRoleArn?.Is(arn) == true)
        {
            report.Add("invokeRoleArn", "is a role of the tasks too", Quoted.Of(arn), "a role of its own", "remove it to get one that may start these tasks and no others");
        }
    }

    private static void CheckTarget(TaskTriggerProps trigger, Report report)
    {
        if (trigger.TaskCount.TryGetLiteral(out var count) && count is < 1 or > 10)
        {
            report.Add("taskCount", "is out of range", $"{count}", "1 to 10", "use a value that is allowed");
        }
        if (trigger.CapacityProviders.Count > 6)
        {
            report.Add("capacityProviders", "are too many for a target", $"{trigger.CapacityProviders.Count}", "at most 6", "remove some");
        }
    }

    private static void CheckInput(TaskTriggerProps trigger, Report report)
    {
        var paths = (trigger as EventTaskProps)?.InputPaths ?? new Dictionary<string, Value<string>>();
        foreach (var (name, container) in trigger.Overrides)
        {
            if (!trigger.TaskDefinition.Containers.ContainsKey(name))
            {
                report.Add($"overrides.{name}", "is not a container of the task", Quoted.Of(name), $"one of {string.Join(", ", trigger.TaskDefinition.Containers.Keys)}", "name one of them");
            }
            if (trigger is EventTaskProps)
            {
                CheckPlaceholders(name, container, paths, report);
            }
        }
        if (paths.Count > MostPaths)
        {
            report.Add("inputPaths", "are too many", $"{paths.Count}", $"at most {MostPaths}", "remove some");
        }
        foreach (var (name, path) in paths)
        {
            if (path.TryGetLiteral(out var text) && text != "$" && !text.StartsWith("$.", StringComparison.Ordinal) && !text.StartsWith("$[", StringComparison.Ordinal))
            {
                report.Add($"inputPaths.{name}", "is not a path into an event", Quoted.Of(text), "a path such as $.detail.bucket.name", "begin it with $.");
            }
        }
        if (TaskInput.Text(trigger.Overrides, paths.Keys, static tree => Json.Text(Json.Of(tree, isModule: false))) is { Length: > LongestInput } input)
        {
            report.Add("overrides", "are too long as JSON", $"{input.Length} characters", $"at most {LongestInput} characters", "move what is always the same into the task definition");
        }
        CheckRetry(trigger.Retry, report);
    }

    private static void CheckPlaceholders(string name, ContainerOverrideProps container, IReadOnlyDictionary<string, Value<string>> paths, Report report)
    {
        foreach (var (variable, value) in container.Environment)
        {
            foreach (var placeholder in Placeholders.In(value).Where(placeholder => !paths.ContainsKey(placeholder)))
            {
                report.Add($"overrides.{name}.environment.{variable}", "takes from the event what inputPaths does not find", $"<{placeholder}>", paths.Count == 0 ? "a name from inputPaths, which has none" : $"one of {string.Join(", ", paths.Keys)}", $"add {placeholder} to inputPaths, or correct the name");
            }
        }
    }

    private static void CheckRetry(RetryProps retry, Report report)
    {
        Check("maximumAttempts", retry.MaximumAttempts, Attempts);
        Check("maximumAgeSeconds", retry.MaximumAgeSeconds, Age);

        void Check(string property, Value<int> value, NumberBetween bounds)
        {
            if (value.TryGetLiteral(out var number) && !bounds.Accepts(number))
            {
                report.Add($"retry.{property}", bounds.Violation, $"{number}", bounds.Allowed, "use a value that is allowed");
            }
        }
    }
}
