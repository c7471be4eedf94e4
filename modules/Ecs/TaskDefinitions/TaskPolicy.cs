using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.TaskDefinitions;

/// <summary>What the containers of a task may do in AWS.</summary>
internal static class TaskPolicy
{
    private static readonly string[] Exec =
        ["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"];

    /// <summary>The policy; empty where nothing is needed.</summary>
    internal static PolicyDocument Of(TaskDefinitionProps task, Value<bool> hasExec, IReadOnlyDictionary<string, PolicyStatementProps> granted)
    {
        var policy = new PolicyDocument();
        foreach (var (id, statement) in task.TaskPolicy.Concat(granted))
        {
            policy.Add(id, statement);
        }
        // A channel is no resource that a policy can name.
        return policy.AllowOnAny("OpenShells", Exec, new[] { Value.When<string>(hasExec, "*", null) }.Present());
    }
}
