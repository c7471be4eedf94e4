using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.Provider;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Services;

/// <summary>A target group that a service registers its tasks in.</summary>
public sealed record ServiceTargetGroupProps
{
    /// <summary>The target group. With a deployment that moves traffic, the one that the first revision is in.</summary>
    public required ITargetGroup TargetGroup { get; init; }

    /// <summary>The container that serves the requests. The only one with a port, unless set.</summary>
    public Value<string>? Container { get; init; }

    /// <summary>Its port. The only one that it has, unless set.</summary>
    public Value<int>? ContainerPort { get; init; }

    /// <summary>The target group that takes turns with it, of the same kind. One that is made like it unless set; for deployments that move traffic.</summary>
    [Since("aws_ecs_service.load_balancer.advanced_configuration")]
    public ITargetGroup? AlternateTargetGroup { get; init; }

    /// <summary>What production traffic is moved with. What forwards to the target group unless set, the test rule left aside; for deployments that move traffic.</summary>
    [Since("aws_ecs_service.load_balancer.advanced_configuration")]
    public IListenerRule? ProductionListenerRule { get; init; }

    /// <summary>What test traffic is moved with, before production traffic is: something else that forwards to the target group. None unless set; for deployments that move traffic.</summary>
    [Since("aws_ecs_service.load_balancer.advanced_configuration")]
    public IListenerRule? TestListenerRule { get; init; }
}
