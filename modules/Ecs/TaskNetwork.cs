using Constructs;
using Orchestrator.Modules.Ecs.Clusters;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;

namespace Orchestrator.Modules.Ecs;

/// <summary>The security groups of tasks that have network interfaces of their own.</summary>
internal static class TaskNetwork
{
    /// <summary>The groups that are named, or one that is made; none without awsvpc.</summary>
    /// <param name="scope">Where the owner stands.</param>
    /// <param name="id">The owner's id.</param>
    /// <param name="props">The owner.</param>
    /// <param name="model">What the stack's constructs share.</param>
    internal static IReadOnlyList<ISecurityGroup> GroupsOf(Construct scope, string id, ITaskNetwork props, StackModel model)
    {
        if (!props.IsAwsvpc())
        {
            return [];
        }
        if (props.SecurityGroups.Count > 0)
        {
            return [.. props.SecurityGroups.Select(model.Find)];
        }
        // Beside the owner, so that its name in AWS says whose tasks they are.
        return
        [
            new SecurityGroup(scope, $"{id}_tasks", new()
            {
                VpcId = props.VpcId,
                Description = $"Tasks of {id}",
                Egress = props.Egress ?? new Dictionary<string, SecurityGroupRuleProps> { ["https"] = OutgoingHttps.Rule },
            }),
        ];
    }
}
