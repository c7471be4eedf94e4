using Orchestrator.Modules.Ecs.Deployments;
using Orchestrator.Modules.Ecs.Services;
using Orchestrator.Modules.Findings;
using Orchestrator.Modules.LoadBalancing;
using Orchestrator.Modules.SecurityGroups;
using Orchestrator.Modules.TargetGroups;
using Orchestrator.Modules.Values;

namespace Orchestrator.Modules.Ecs.Patterns;

/// <summary>What a load balanced service is made of: a target group, a rule of a listener or a load balancer with its security group, an ECS service.</summary>
internal sealed class LoadBalancedServiceParts
{
    private const int HttpPort = 80;
    private const int HttpsPort = 443;
    private const int LastPriority = 50_000;
    private const string OwnRule = "all";

    private readonly LoadBalancedServiceProps _props;
    private readonly ListenerAction _forward;

    /// <summary>Works them out.</summary>
    /// <param name="props">What is declared.</param>
    /// <param name="logicalId">Its name in Terraform.</param>
    internal LoadBalancedServiceParts(LoadBalancedServiceProps props, string logicalId)
    {
        _props = props;
        var targetGroup = new DeclaredTargetGroup(logicalId, () => TargetGroup);
        var alternate = props.ShiftsTraffic ? new DeclaredTargetGroup(TwinTargetGroup.NameOf(logicalId), () => AlternateTargetGroup) : null;
        _forward = alternate is null ? ListenerAction.ForwardTo(targetGroup) : new() { WeightedForward = TurnsOfGroups.Between(targetGroup, alternate) };
        Service = ServiceOf(new()
        {
            TargetGroup = targetGroup,
            AlternateTargetGroup = alternate,
            ProductionListenerRule = alternate is null ? null : new DeclaredListenerRule("aws_lb_listener_rule", props.LoadBalancer is { } own ? $"{logicalId}.{MainListener(own)}.{OwnRule}" : logicalId),
            TestListenerRule = props.TestRule is null ? null : new DeclaredListenerRule("aws_lb_listener_rule", TestRuleName(logicalId)),
        });
        TargetGroup = new()
        {
            TargetType = Service.IsAwsvpc() ? TargetType.Ip : TargetType.Instance,
            Port = props.Port,
            VpcId = props.VpcId,
            HealthCheck = props.HealthCheck,
            Tags = props.Tags,
        };
        AlternateTargetGroup = alternate is null ? null : TwinTargetGroup.PropsOf(TargetGroup);
        Rule = RuleOf(props.Rule);
        TestRule = RuleOf(props.TestRule);
        if (props.LoadBalancer is { } balancer)
        {
            SecurityGroup = SecurityGroupOf(balancer, logicalId);
            LoadBalancer = LoadBalancerOf(balancer, new DeclaredSecurityGroup(SecurityGroupName(logicalId), () => SecurityGroup));
        }
    }

    /// <summary>The target group that the tasks are registered in.</summary>
    internal TargetGroupProps TargetGroup { get; }

    /// <summary>The target group that takes turns with it; null where deployments move no traffic.</summary>
    internal TargetGroupProps? AlternateTargetGroup { get; }

    /// <summary>The rule that sends test requests to a new revision; null where there is none.</summary>
    internal ApplicationListenerRuleProps? TestRule { get; }

    /// <summary>The rule that sends requests to the target group; null with a load balancer of its own.</summary>
    internal ApplicationListenerRuleProps? Rule { get; }

    /// <summary>The security group of its own load balancer; null behind a listener.</summary>
    internal SecurityGroupProps? SecurityGroup { get; }

    /// <summary>Its own load balancer; null behind a listener.</summary>
    internal ApplicationLoadBalancerProps? LoadBalancer { get; }

    /// <summary>The service.</summary>
    internal EcsServiceProps Service { get; }

    /// <summary>The name of the load balancer's security group.</summary>
    internal static string SecurityGroupName(string name) => $"{name}_load_balancer";

    /// <summary>The name of the rule for test requests.</summary>
    internal static string TestRuleName(string name) => $"{name}_test";

    /// <summary>The parts as they would be declared one by one.</summary>
    internal IEnumerable<Part> Declared(string path, string name)
    {
        var written = _props.GetType();
        yield return new Part($"{path}.targetGroup", name, TargetGroup) { Written = new(path, written) };
        // Of a rule beside a load balancer, only that is told (SVC261).
        if (Rule is not null && LoadBalancer is null)
        {
            yield return new Part($"{path}.rule", name, Rule) { Written = new($"{path}.rule", typeof(ServiceRuleProps), ("tags", $"{path}.tags")) };
        }
        if (AlternateTargetGroup is not null)
        {
            yield return new Part($"{path}.alternateTargetGroup", TwinTargetGroup.NameOf(name), AlternateTargetGroup) { Written = new(path, written) };
        }
        if (TestRule is not null)
        {
            yield return new Part($"{path}.testRule", TestRuleName(name), TestRule) { Written = new($"{path}.testRule", typeof(ServiceRuleProps), ("tags", $"{path}.tags")) };
        }
        if (_props.LoadBalancer is { } balancer)
        {
            foreach (var part in Declared(balancer, path, name))
            {
                yield return part;
            }
        }
        yield return new Part($"{path}.service", name, DeclaredService, new Part($"{path}.service.taskDefinition", "", Service.TaskDefinition) { Written = new(path, written, TaskPlaces(path, "")) })
        {
            Written = new(path, written, [.. TaskPlaces(path, "taskDefinition."), ("taskDefinition", path)]),
        };
    }

    private IEnumerable<Part> Declared(ServiceLoadBalancerProps balancer, string path, string name)
    {
        var place = $"{path}.loadBalancer";
        var written = new WrittenPlaces(place, typeof(ServiceLoadBalancerProps), ("vpcId", $"{path}.vpcId"), ("tags", $"{path}.tags"), ("ingress", $"{place}.allowFrom"));
        var rules = Peers(balancer).Select(peer => new Part($"{path}.securityGroup.ingress.{peer.Name}", peer.Name, SecurityGroup!.Ingress[peer.Name]) { Written = new($"{place}.allowFrom[{peer.Index}]") });
        var listeners = LoadBalancer!.Listeners.Select(listener => new Part(
            $"{place}.listeners.{listener.Key}",
            listener.Key,
            listener.Value,
            [.. listener.Value.Rules.Select(rule => new Part($"{place}.listeners.{listener.Key}.rules.{rule.Key}", rule.Key, rule.Value) { Written = written })]) { Written = written });
        yield return new Part($"{path}.securityGroup", SecurityGroupName(name), SecurityGroup!, [.. rules]) { Written = written };
        yield return new Part(place, name, LoadBalancer, [.. listeners]) { Written = written };
    }

    /// <summary>Where what the tasks run is written; what a container has stands in the service itself.</summary>
    private static (string Beginning, string Place)[] TaskPlaces(string path, string taskDefinition)
    {
        const string Container = $"containers.{LoadBalancedServiceProps.ContainerName}";
        return [($"{taskDefinition}{Container}.portMappings[0].containerPort", $"{path}.port"), ($"{taskDefinition}{Container}", path)];
    }

    /// <summary>Of a service that nothing leads to, only that is told (SVC261).</summary>
    private EcsServiceProps DeclaredService => Rule is null && LoadBalancer is null ? Service with { TargetGroups = [], HealthCheckGracePeriodSeconds = null } : Service;

    private EcsServiceProps ServiceOf(ServiceTargetGroupProps targetGroup) => new()
    {
        Cluster = _props.Cluster,
        TaskDefinition = _props.TaskDefinition,
        CapacityProviders = _props.Providers,
        VpcId = _props.VpcId,
        Subnets = _props.TaskSubnets,
        SecurityGroups = _props.TaskSecurityGroups,
        InstanceSecurityGroups = _props.ExistingInstanceSecurityGroups,
        AssignPublicIp = _props.HasPublicIp,
        DesiredCount = _props.DesiredCount,
        TargetGroups = [targetGroup],
        HealthCheckGracePeriodSeconds = _props.HealthCheckGracePeriodSeconds,
        Deployment = _props.Deployment,
        Alarms = _props.Alarms,
        Scaling = _props.Scaling,
        EnableExecuteCommand = _props.EnableExecuteCommand,
        Tags = _props.Tags,
    };

    private SecurityGroupProps SecurityGroupOf(ServiceLoadBalancerProps balancer, string logicalId) => new()
    {
        VpcId = _props.VpcId,
        Description = $"The load balancer of {logicalId}",
        Ingress = Peers(balancer).ToDictionary(peer => peer.Name, peer => new SecurityGroupRuleProps { Port = peer.Port, CidrIpv4 = balancer.AllowFrom[peer.Index] }),
        Tags = _props.Tags,
    };

    private ApplicationLoadBalancerProps LoadBalancerOf(ServiceLoadBalancerProps balancer, ISecurityGroup securityGroup) => new()
    {
        Name = balancer.Name,
        Internal = balancer.Internal,
        Subnets = balancer.Subnets,
        SecurityGroups = [securityGroup],
        AccessLogs = balancer.AccessLogs,
        WebAclArn = balancer.WebAclArn,
        Listeners = ListenersOf(balancer),
        Tags = _props.Tags,
    };

    private Dictionary<string, ApplicationListenerProps> ListenersOf(ServiceLoadBalancerProps balancer) => balancer.Certificate is null
        ? new() { ["http"] = Serving(new() { Port = HttpPort, Protocol = ApplicationProtocol.Http, DefaultAction = _forward }) }
        : new()
        {
            ["http"] = new() { Port = HttpPort, Protocol = ApplicationProtocol.Http, DefaultAction = ListenerAction.RedirectToHttps() },
            ["https"] = Serving(new() { Port = HttpsPort, Protocol = ApplicationProtocol.Https, Certificate = balancer.Certificate, DefaultAction = _forward }),
        };

    /// <summary>Where ECS moves the traffic, a rule for every path has it: a default action cannot be named to ECS.</summary>
    private ApplicationListenerProps Serving(ApplicationListenerProps listener) => !_props.ShiftsTraffic ? listener : listener with
    {
        DefaultAction = ListenerAction.Respond(404),
        Rules = new Dictionary<string, ApplicationListenerRuleProps> { [OwnRule] = new() { Priority = LastPriority, Conditions = new() { Paths = ["/*"] }, Action = _forward, Tags = _props.Tags } },
    };

    private static string MainListener(ServiceLoadBalancerProps balancer) => balancer.Certificate is null ? "http" : "https";

    private ApplicationListenerRuleProps? RuleOf(ServiceRuleProps? rule) => rule is null ? null : new()
    {
        Listener = rule.Listener,
        Priority = rule.Priority,
        Conditions = rule.Conditions,
        Action = _forward,
        Tags = _props.Tags,
    };

    /// <summary>Who may connect to which port, by the rule's name; the same network once.</summary>
    private static IEnumerable<(string Name, int Port, int Index)> Peers(ServiceLoadBalancerProps balancer)
    {
        (string Name, int Port)[] listeners = balancer.Certificate is null ? [("http", HttpPort)] : [("http", HttpPort), ("https", HttpsPort)];
        return balancer.AllowFrom
            .SelectMany((cidr, index) => listeners.Select(listener => ($"{listener.Name}-{TerraformName.Part(cidr.ToString())}", listener.Port, index)))
            .DistinctBy(peer => peer.Item1);
    }
}
