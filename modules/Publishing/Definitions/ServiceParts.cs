using Orchestrator.Modules.Ecs.Scaling;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Ecs.TaskDefinitions;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Publishing;

/// <summary>What the modules of services have on Fargate and on instances.</summary>
internal static class ServiceParts
{
    private const string Policies = "scaling.targetTracking.*";

    /// <summary>What no service has variables for.</summary>
    private static readonly string[] LeftOut =
    [
        "name", "taskDefinition", "launchType", "vpcId", "egress", "deploymentController", "instanceSecurityGroups", "ignoreDesiredCount", "ignoreTaskDefinition", "tags", "serviceConnect.log",
    ];

    private static readonly VariableAttribute LoadBalancer = new("load_balancer_arn", LoadBalancerParts.ApplicationLoadBalancerArn, false, null, "The Application Load Balancer in front of the target group; for requestsPerTarget, and then needed.");

    /// <summary>Adds the variable of the name.</summary>
    internal static void AddName(ModuleBuilder module) =>
        module.AddName("The service's name, and that of its task definition's family, of its log group below `/ecs/` and, at the beginning, of its roles. A change replaces it.", ServiceRules.Name, "SVC254");

    /// <summary>Adds the variables of a service, and gives the one whose values they are.</summary>
    /// <param name="module">The module.</param>
    /// <param name="task">What its tasks run.</param>
    /// <param name="leftOut">What it has no variables for besides.</param>
    internal static EcsServiceProps Read(ModuleBuilder module, TaskDefinitionProps task, params IReadOnlyList<string> leftOut)
    {
        var props = module.Read<EcsServiceProps>(new ModuleShape
        {
            LeftOut = new HashSet<string>([.. LeftOut, .. leftOut]),
            Required = new HashSet<string> { "targetGroups[].container", "targetGroups[].containerPort" },
            Added = [(Policies, LoadBalancer)],
            Descriptions = new Dictionary<string, string>
            {
                ["cluster"] = "The cluster, by its ARN, or by its name in the provider's account and region.",
                ["desiredCount"] = "How many tasks the service begins with. 1 unless set. A later change has no effect: scaling decides, or whoever operates the service.",
                ["targetGroups"] = "The target groups that the tasks are registered in, at most five, each behind a listener already. None unless set.",
                ["targetGroups[].container"] = "The container that serves the requests.",
                ["targetGroups[].containerPort"] = "Its port.",
                [$"{Policies}.targetGroup"] = "The target group whose requests count; for requestsPerTarget, and then needed.",
                ["capacityProviders[].provider"] = "`FARGATE`, `FARGATE_SPOT`, or a capacity provider of the cluster, by its name.",
            },
        });
        return props with { TaskDefinition = task, Tags = task.Tags, IgnoreDesiredCount = true, Scaling = WithLoadBalancers(props.Scaling!) };
    }

    /// <summary>Has the resources of scaling made where there is some.</summary>
    internal static void AddNeeds(ModuleBuilder module) => module.MakeOnlyWhere("aws_appautoscaling_target.this", Expression.Of("var.scaling != null"));

    /// <summary>Adds the outputs of a service.</summary>
    internal static void AddOutputs(ModuleBuilder module, EcsService service)
    {
        module.AddOutput("id", Expression.Attribute("aws_ecs_service", service.LogicalId, "id"), "The service's ARN.");
        module.AddOutput("name", Expression.Attribute("aws_ecs_service", service.LogicalId, "name"), "The service's name, which its metrics have as the dimension ServiceName.");
        TaskParts.AddOutputs(module, service.TaskDefinition);
        module.AddOutputOfEach("scaling_policy_arns", "aws_appautoscaling_policy.this", "arn", "The ARNs of the policies that keep a metric at a value, by their keys.");
    }

    private static ScalingProps WithLoadBalancers(ScalingProps scaling) => scaling with
    {
        TargetTracking = scaling.TargetTracking.ToDictionary(policy => policy.Key, policy => policy.Value with { LoadBalancerArn = Expression.Of($"{Collection.ItemOf(policy.Key)}.load_balancer_arn") }),
    };
}
