using Constructs;
using Orchestrator.Modules.Ecs.Deployments;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;

namespace Orchestrator.Modules.Ecs.Patterns;

/// <summary>
/// A service of one container with its target group, and either a rule of a listener or a load balancer of its own. All of them are called as
/// the service is.
/// </summary>
public sealed class LoadBalancedService : Construct
{
    /// <summary>Makes the service and what leads to it.</summary>
    /// <param name="scope">The stack, or a construct in it.</param>
    /// <param name="id">Its id, unique in the scope among what it makes too.</param>
    /// <param name="props">What it declares.</param>
    public LoadBalancedService(Construct scope, string id, LoadBalancedServiceProps props)
        : base(Kernel.CreateConstruct(scope, $"_{id}"))
    {
        Place.EnterTransparent(this, scope, $"_{id}");
        var parts = new LoadBalancedServiceParts(props, Place.Of(this).LogicalIdOf(id));
        TargetGroup = new TargetGroup(new TransparentScope(this, "target-group"), id, parts.TargetGroup);
        if (parts.AlternateTargetGroup is { } alternate)
        {
            new TargetGroup(new TransparentScope(this, "alternate-target-group"), TwinTargetGroup.NameOf(id), alternate);
        }
        if (parts.TestRule is { } test)
        {
            new ApplicationListenerRule(new TransparentScope(this, "test-rule"), LoadBalancedServiceParts.TestRuleName(id), props.TestRule!.Listener, test);
        }
        if (parts.Rule is { } rule)
        {
            new ApplicationListenerRule(new TransparentScope(this, "rule"), id, props.Rule!.Listener, rule);
        }
        if (parts.LoadBalancer is { } balancer)
        {
            new SecurityGroup(new TransparentScope(this, "load-balancer-group"), LoadBalancedServiceParts.SecurityGroupName(id), parts.SecurityGroup!);
            LoadBalancer = new ApplicationLoadBalancer(new TransparentScope(this, "load-balancer"), id, balancer);
        }
        Service = new EcsService(new TransparentScope(this, "service"), id, parts.Service);
    }

    /// <summary>The service.</summary>
    public EcsService Service { get; }

    /// <summary>The target group that its tasks are registered in.</summary>
    public TargetGroup TargetGroup { get; }

    /// <summary>Its own load balancer; null behind a listener.</summary>
    public ApplicationLoadBalancer? LoadBalancer { get; }
}
