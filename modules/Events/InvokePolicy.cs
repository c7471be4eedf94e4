using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Iam;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Events;

/// <summary>What EventBridge needs to be allowed to start the tasks of one family on one cluster.</summary>
internal static class InvokePolicy
{
    /// <summary>The policy.</summary>
    /// <param name="task">The task definition.</param>
    /// <param name="familyArn">Its ARN without the revision: what is started by an older rule must still be allowed while the rule is replaced.</param>
    /// <param name="clusterArn">The cluster.</param>
    internal static PolicyDocument Of(TaskDefinition task, Value<string> familyArn, Value<string> clusterArn)
    {
        var policy = new PolicyDocument().Add("RunTask", new()
        {
            Actions = ["ecs:RunTask"],
            Resources = [new Expression($"{familyArn}:*")],
            Conditions = PolicyCondition.Of("ArnEquals", "ecs:cluster", clusterArn),
        });
        return policy.AddOnAny("PassRoles", new()
        {
            Actions = ["iam:PassRole"],
            Resources = new[] { task.ExecutionRoleArn, task.TaskRoleArn }.Present(),
            Conditions = PolicyCondition.Of("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com"),
        });
    }
}
