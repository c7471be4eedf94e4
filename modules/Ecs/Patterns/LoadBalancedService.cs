using Constructs;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.Synthesis;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

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
        : base(scope, $"_{id}")
    {
        Place.EnterTransparent(this, scope, $"_{id}");
        var isAwsvpc = props.IsAwsvpc();
        TargetGroup = new TargetGroup(new TransparentScope(this, "target-group"), id, new()
        {
            TargetType = isAwsvpc ? TargetType.Ip : TargetType.Instance,
            Port = props.Port,
            VpcId = props.VpcId,
            HealthCheck = props.HealthCheck,
            Tags = props.Tags,
        });
        if (props.Rule is { } rule)
        {
            new ApplicationListenerRule(new TransparentScope(this, "rule"), id, rule.Listener, new()
            {
                Priority = rule.Priority,
                Conditions = rule.Conditions,
                Action = ListenerAction.ForwardTo(TargetGroup),
                Tags = props.Tags,
            });
        }
        if (props.LoadBalancer is { } balancer)
        {
            LoadBalancer = AddLoadBalancer(id, balancer, props, TargetGroup);
        }
        Service = new EcsService(new TransparentScope(this, "service"), id, new()
        {
            Cluster = props.Cluster,
            TaskDefinition = props.TaskDefinition,
            CapacityProviders = props.Providers,
            VpcId = props.VpcId,
            Subnets = props.TaskSubnets,
            SecurityGroups = props.TaskSecurityGroups,
            InstanceSecurityGroups = props.ExistingInstanceSecurityGroups,
            AssignPublicIp = props.HasPublicIp,
            DesiredCount = props.DesiredCount,
            TargetGroups = [new() { TargetGroup = TargetGroup }],
            HealthCheckGracePeriodSeconds = props.HealthCheckGracePeriodSeconds,
            Scaling = props.Scaling,
            EnableExecuteCommand = props.EnableExecuteCommand,
            Tags = props.Tags,
        });
    }

    /// <summary>The service.</summary>
    public EcsService Service { get; }

    /// <summary>The target group that its tasks are registered in.</summary>
    public TargetGroup TargetGroup { get; }

    /// <summary>Its own load balancer; null behind a listener.</summary>
    public ApplicationLoadBalancer? LoadBalancer { get; }

    private ApplicationLoadBalancer AddLoadBalancer(string id, ServiceLoadBalancerProps balancer, LoadBalancedServiceProps props, TargetGroup targetGroup)
    {
        var group = new SecurityGroup(new TransparentScope(this, "load-balancer-group"), $"{id}_load_balancer", new()
        {
            VpcId = props.VpcId,
            Description = $"The load balancer of {id}",
            Ingress = IngressOf(balancer),
            Tags = props.Tags,
        });
        return new ApplicationLoadBalancer(new TransparentScope(this, "load-balancer"), id, new()
        {
            Internal = balancer.Internal,
            Subnets = balancer.Subnets,
            SecurityGroups = [group],
            AccessLogs = balancer.AccessLogs,
            Listeners = ListenersOf(balancer, targetGroup),
            Tags = props.Tags,
        });
    }

    private static Dictionary<string, SecurityGroupRuleProps> IngressOf(ServiceLoadBalancerProps balancer)
    {
        var ingress = new Dictionary<string, SecurityGroupRuleProps>();
        foreach (var cidr in balancer.AllowFrom)
        {
            foreach (var (protocol, port) in balancer.Certificate is null ? [("http", 80)] : new[] { ("http", 80), ("https", 443) })
            {
                ingress[$"{protocol}-{TerraformName.Part(cidr.ToString())}"] = new() { Port = port, CidrIpv4 = cidr };
            }
        }
        return ingress;
    }

    private static Dictionary<string, ApplicationListenerProps> ListenersOf(ServiceLoadBalancerProps balancer, TargetGroup targetGroup)
    {
        var forward = ListenerAction.ForwardTo(targetGroup);
        return balancer.Certificate is null
            ? new() { ["http"] = new() { Port = 80, Protocol = ApplicationProtocol.Http, DefaultAction = forward } }
            : new()
            {
                ["http"] = new() { Port = 80, Protocol = ApplicationProtocol.Http, DefaultAction = ListenerAction.RedirectToHttps() },
                ["https"] = new() { Port = 443, Protocol = ApplicationProtocol.Https, Certificate = balancer.Certificate, DefaultAction = forward },
            };
    }
}
